import { useState } from 'preact/hooks';
import { Problem, tell } from './api';
import { Dialog, DialogEnd } from './dialog';
import { language, useWords } from './language';
import { changed } from './live';
import type { ViewAction, ViewChart, ViewRow, ViewTable } from './model';
import { say } from './say';
import { handler } from './settings';
import { Table } from './table';

/** A table whose rows people do something with, several at once. */
export function Acting({ table, charts, typed }: { table: ViewTable; charts: readonly ViewChart[]; typed: string }) {
  const words = useWords();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<{ action: ViewAction; keys: readonly string[] } | null>(null);
  const chosen = table.rows.filter((r) => keys.has(r.key));
  const may = (row: ViewRow) => (row.actions?.length ?? 0) > 0;
  const begin = (action: ViewAction) => setAsked({ action, keys: chosen.filter((r) => r.actions?.includes(action.name)).map((r) => r.key) });

  return (
    <>
      <Table
        table={table}
        charts={charts}
        typed={typed}
        choice={{ kind: 'several', keys, set: setKeys, may }}
        toolbar={(_, actions) => (
          <div class="toolbar" role="toolbar" aria-label={table.title}>
            <span class="soft" aria-live="polite">
              {words.chosen(chosen.length)}
            </span>
            {actions.map((action) => (
              <button key={action.name} type="button" data-action={action.name} disabled={!chosen.some((r) => r.actions?.includes(action.name))} onClick={() => begin(action)}>
                {action.label}
              </button>
            ))}
          </div>
        )}
      />
      {asked && (
        <ActionDialog
          {...asked}
          onDone={() => {
            setAsked(null);
            setKeys(new Set());
          }}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
}

const tomorrowAtEight = (): string => {
  const day = new Date(Date.now() + 86_400_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T08:00`;
};

interface ActionDialogProps {
  readonly action: ViewAction;
  readonly keys: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function ActionDialog({ action, keys, onDone, onCancel }: ActionDialogProps) {
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
      await tell('POST', '/api/v1/alerts', { action: action.name, by, note: note || null, until: action.needsUntil ? new Date(until).toISOString() : null, keys }, language.value);
      changed.set(changed.value + 1);
      say(words.done);
      onDone();
    } catch (error) {
      setWhy((error instanceof Problem && error.message) || words.noContact);
      setBusy(false);
    }
  };

  return (
    <Dialog title={`${action.label}: ${words.chosen(keys.length)}`} onClose={onCancel}>
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
