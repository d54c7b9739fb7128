import { useEffect, useState } from 'preact/hooks';
import { askMe, askOrganisations, become, Problem } from './api';
import { Dialog, DialogEnd } from './dialog';
import { language, useWords } from './language';
import { changed } from './live';
import type { Me, ViewOption } from './model';
import { signal } from './signal';

const Roles = ['secretariat', 'reporter', 'viewer'] as const;

/** The role of who asks, where it has one. */
const roleOf = (who: Me) => Roles.find((r) => r === who.role);

/** Null until the server has said it. */
export const me = signal<Me | null>(null);

export async function meet(): Promise<void> {
  me.set(await askMe(language.value).catch(() => null));
}

export function WhoAmI({ who }: { who: Me | null }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  if (who === null) {
    return null;
  }

  const role = roleOf(who);
  const name = [who.name, role ? words[role] : words.nobody, ...(role === 'reporter' ? who.organisations : [])].filter(Boolean).join(' · ');
  return (
    <>
      {who.canChoose ? (
        <button type="button" class="quiet who" title={words.who} onClick={() => setOpen(true)}>
          {name}
        </button>
      ) : (
        <span class="who">{name}</span>
      )}
      {who.signIn && !role && <a href={who.signIn}>{words.signIn}</a>}
      {isOpen && <Chooser who={who} onClose={() => setOpen(false)} />}
    </>
  );
}

function Chooser({ who, onClose }: { who: Me; onClose: () => void }) {
  const words = useWords();
  const [role, setRole] = useState(roleOf(who) ?? 'secretariat');
  const [organisation, setOrganisation] = useState(who.organisations[0] ?? '');
  const [organisations, setOrganisations] = useState<readonly ViewOption[]>([]);
  const [why, setWhy] = useState('');
  useEffect(() => void askOrganisations(language.value).then(setOrganisations, () => undefined), []);

  const choose = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await become(language.value, { role, ...(role === 'reporter' && { organisation }) });
      await meet();
      changed.set(changed.value + 1);
      onClose();
    } catch (error) {
      setWhy((error instanceof Problem && error.message) || words.noContact);
    }
  };

  return (
    <Dialog title={words.who} onClose={onClose}>
      <form onSubmit={choose}>
        <p class="soft">{words.whoNote}</p>
        <fieldset>
          <legend>{words.role}</legend>
          {Roles.map((r) => (
            <label key={r} class="check">
              <input type="radio" name="role" value={r} checked={role === r} onChange={() => setRole(r)} /> {words[r]}
            </label>
          ))}
        </fieldset>
        {role === 'reporter' && (
          <label>
            <span>{words.organisation}</span>
            <input name="organisation" list="organisations" required value={organisation} onInput={(e) => setOrganisation(e.currentTarget.value)} />
            <datalist id="organisations">
              {organisations.map((o) => (
                <option key={o.value} value={o.value}>
                  {o.label}
                </option>
              ))}
            </datalist>
          </label>
        )}
        <DialogEnd why={why} label={words.apply} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
