import { useEffect, useState } from 'preact/hooks';
import { askMe, askOrganisations, Problem, tell } from './api';
import { Dialog, DialogEnd } from './dialog';
import { language, useWords } from './language';
import { changed } from './live';
import type { Me, ViewOption } from './model';
import { signal } from './signal';

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

  const name = [who.name, who.role ? words[who.role] : words.nobody, ...(who.role === 'reporter' ? who.organisations : [])].filter(Boolean).join(' · ');
  return (
    <>
      {who.canChoose ? (
        <button type="button" class="quiet who" title={words.who} onClick={() => setOpen(true)}>
          {name}
        </button>
      ) : (
        <span class="who">{name}</span>
      )}
      {who.signIn && who.role === null && <a href={who.signIn}>{words.signIn}</a>}
      {isOpen && <Chooser who={who} onClose={() => setOpen(false)} />}
    </>
  );
}

const Roles = ['secretariat', 'reporter', 'viewer'] as const;

function Chooser({ who, onClose }: { who: Me; onClose: () => void }) {
  const words = useWords();
  const [role, setRole] = useState(who.role ?? 'secretariat');
  const [organisation, setOrganisation] = useState(who.organisations[0] ?? '');
  const [organisations, setOrganisations] = useState<readonly ViewOption[]>([]);
  const [why, setWhy] = useState('');
  useEffect(() => void askOrganisations(language.value).then(setOrganisations, () => undefined), []);

  const choose = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await tell('PUT', '/api/v1/me', { role, organisation: role === 'reporter' ? organisation : null }, language.value);
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
