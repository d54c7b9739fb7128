import { useState } from 'preact/hooks';
import { Problem } from './api';
import { Dialog, DialogEnd } from './dialog';
import { handle, type Refused } from './handling';
import { language, useWords } from './language';
import { changed } from './live';
import type { ViewAction, ViewChart, ViewRow, ViewTable } from './model';
import { nameOf } from './rows';
import { say } from './say';
import { handler } from './settings';
import { Table } from './table';

/** A table, with whose rows people do something where they may, several at once. */
export function Acting({ table, charts, typed }: { table: ViewTable; charts: readonly ViewChart[]; typed: string }) {
  const words = useWords();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [left, setLeft] = useState<Left | null>(null);
  const chosen = table.rows.filter((r) => keys.has(r.key));
  const may = (row: ViewRow) => row.actions.length > 0;
  const begin = (action: ViewAction) => setAsked({ action, names: new Map(chosen.filter((r) => r.actions.includes(action.name)).map((r) => [r.key, nameOf(r)])) });
  const end = ({ names }: Asked, refused: readonly Refused[]) => {
    const done = names.size - refused.length;
    setAsked(null);
    setLeft(refused.length === 0 ? null : { done, refused: refused.map(({ key, why }) => ({ key, name: names.get(key) ?? key, why: why || words.noContact })) });
    setKeys(new Set([...[...keys].filter((k) => !names.has(k)), ...refused.map((r) => r.key)]));
    changed.set(changed.value + 1);
    if (refused.length === 0) {
      say(words.done(done));
    }
  };

  return (
    <>
      <Table table={table} charts={charts} typed={typed} choice={table.actions.length > 0 ? { kind: 'several', keys, set: setKeys, may } : undefined}>
        {left && <NotDone left={left} onClose={() => setLeft(null)} />}
        {table.actions.length > 0 && (
          <div class="toolbar" role="toolbar" aria-label={table.title}>
            <span class="soft" aria-live="polite">
              {words.chosen(chosen.length)}
            </span>
            {table.actions.map((action) => (
              <button key={action.name} type="button" data-action={action.name} disabled={!chosen.some((r) => r.actions.includes(action.name))} onClick={() => begin(action)}>
                {action.label}
              </button>
            ))}
          </div>
        )}
      </Table>
      {asked && <ActionDialog asked={asked} onDone={(refused) => end(asked, refused)} onCancel={() => setAsked(null)} />}
    </>
  );
}

interface Asked {
  readonly action: ViewAction;
  /** Of the rows with which it is to be done, by key. */
  readonly names: ReadonlyMap<string, string>;
}

interface Left {
  readonly done: number;
  readonly refused: readonly (Refused & { readonly name: string })[];
}

/** With how many it was done, with which it was not, and why. It stays until it is closed, or something is done again. */
function NotDone({ left, onClose }: { left: Left; onClose: () => void }) {
  const words = useWords();
  return (
    <div class="problem not-done" role="alert">
      <p>
        {words.done(left.done)} {words.notDone(left.refused.length)}
      </p>
      <ul>
        {left.refused.map((r) => (
          <li key={r.key}>
            <strong>{r.name}</strong>: {r.why}
          </li>
        ))}
      </ul>
      <button type="button" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}

const tomorrowAtEight = (): string => {
  const day = new Date(Date.now() + 86_400_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T08:00`;
};

interface ActionDialogProps {
  readonly asked: Asked;
  readonly onDone: (refused: readonly Refused[]) => void;
  readonly onCancel: () => void;
}

function ActionDialog({ asked: { action, names }, onDone, onCancel }: ActionDialogProps) {
  const words = useWords();
  const [note, setNote] = useState('');
  const [until, setUntil] = useState(tomorrowAtEight);
  const [by, setBy] = useState(handler.value);
  const [why, setWhy] = useState('');
  const [isBusy, setBusy] = useState(false);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      handler.set(by);
      onDone(await handle({ action: action.name, by, ...(note && { note }), ...(action.needsUntil && { until: new Date(until).toISOString() }) }, [...names.keys()], language.value));
    } catch (error) {
      setWhy((error instanceof Problem && error.message) || words.noContact);
      setBusy(false);
    }
  };

  return (
    <Dialog title={`${action.label}: ${words.chosen(names.size)}`} onClose={onCancel}>
      <form onSubmit={send}>
        <label>
          <span>{words.by}</span>
          <input name="by" required autofocus value={by} autocomplete="name" onInput={(e) => setBy(e.currentTarget.value)} />
        </label>
        {action.needsUntil && (
          <label>
            <span>{words.until}</span>
            <input name="until" type="datetime-local" required value={until} onInput={(e) => setUntil(e.currentTarget.value)} />
          </label>
        )}
        <label>
          <span>{action.needsNote ? words.noteNeeded : words.note}</span>
          <textarea name="note" rows={3} required={action.needsNote} value={note} onInput={(e) => setNote(e.currentTarget.value)} />
        </label>
        <DialogEnd why={why} label={action.label} isBusy={isBusy} onCancel={onCancel} />
      </form>
    </Dialog>
  );
}
