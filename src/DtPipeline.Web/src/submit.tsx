import { useEffect, useRef, useState } from 'preact/hooks';
import { address } from './address';
import { language, useWords } from './language';
import { changed, useLive } from './live';
import type { ViewModel, ViewTable } from './model';
import { say } from './say';
import { useSignal } from './signal';
import type { Choice } from './table';
import { type Sent, sendFile } from './upload';
import { View } from './view';

interface Sending {
  readonly id: number;
  readonly file: File;
  readonly folder: Folder;
  readonly sent: Sent;
  readonly stop: AbortController;
}

interface Folder {
  readonly organisation: string;
  readonly period: string;
}

let count = 0;

/** The view of what is owed, and the place where files are dropped for the report that is chosen in it. */
export function Submit({ model, organisations }: { model: ViewModel; organisations: readonly string[] }) {
  const words = useWords();
  const asked = new URLSearchParams(useSignal(address).query).get('period');
  const [chosen, setKey] = useState<string | null>(null);
  const [other, setOther] = useState('');
  const [files, setFiles] = useState<readonly Sending[]>([]);
  const going = useRef(files);
  going.current = files;
  useEffect(() => () => going.current.forEach((f) => f.stop.abort()), []);

  const rows = model.tables.flatMap((t) => t.rows);
  const key = chosen ?? rows.find((r) => r.key.split('/')[1] === asked)?.key ?? null;
  const row = rows.find((r) => r.key === key);
  const organisation = row?.key.split('/')[0] ?? model.filters.find((f) => f.name === 'organisation')?.value ?? '';
  const body = organisation || (organisations.length === 1 ? organisations[0]! : '');
  const period = other.trim() || (row?.key.split('/')[1] ?? '');
  const folder: Folder | null = body !== '' && period !== '' ? { organisation: body, period } : null;

  const begin = (chosen: Iterable<File>, to: Folder) => {
    for (const file of chosen) {
      const sending: Sending = { id: ++count, file, folder: to, sent: { step: 'preparing' }, stop: new AbortController() };
      setFiles((all) => [sending, ...all]);
      void sendFile(
        file,
        to.organisation,
        to.period,
        language.value,
        (sent) => {
          setFiles((all) => all.map((f) => (f.id === sending.id ? { ...f, sent } : f)));
          if (sent.step === 'read') {
            changed.set(changed.value + 1);
            say(`${file.name}: ${words.read}`);
          }
        },
        sending.stop.signal,
      );
    }
  };

  const stop = (sending: Sending) => {
    sending.stop.abort();
    setFiles((all) => all.filter((f) => f.id !== sending.id));
  };

  const choiceOf = (table: ViewTable): Choice | undefined =>
    table.id === 'owed' ? { kind: 'one', keys: new Set(key === null ? [] : [key]), set: (keys) => setKey([...keys][0] ?? null), may: () => true } : undefined;

  return (
    <View model={model} choiceOf={choiceOf}>
      {body !== '' && <DropZone folder={folder} onFiles={begin} />}
      {body !== '' && (
        <label class="other">
          <span>{words.otherPeriod}</span>
          <input name="period" value={other} pattern="\d{4}(-(Q[1-4]|S[12]|(0[1-9]|1[0-2])))?" onInput={(e) => setOther(e.currentTarget.value)} />
        </label>
      )}
      {files.length > 0 && (
        <ul class="sent">
          {files.map((f) => (
            <SentFile key={f.id} sending={f} onAgain={() => begin([f.file], f.folder)} onStop={() => stop(f)} />
          ))}
        </ul>
      )}
    </View>
  );
}

function DropZone({ folder, onFiles }: { folder: Folder | null; onFiles: (files: Iterable<File>, folder: Folder) => void }) {
  const words = useWords();
  const [isOver, setOver] = useState(false);
  return (
    <div
      class={`drop ${isOver ? 'over' : ''}`}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(folder !== null);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        if (folder && e.dataTransfer) {
          onFiles(e.dataTransfer.files, folder);
        }
      }}
    >
      {folder ? (
        <>
          <strong>{words.sendTo(folder.organisation, folder.period)}</strong>
          <label>
            {words.drop} <span class="link">{words.pick}</span>
            <input
              type="file"
              class="aloud"
              multiple
              onChange={(e) => {
                onFiles(e.currentTarget.files ?? [], folder);
                e.currentTarget.value = '';
              }}
            />
          </label>
        </>
      ) : (
        <p>{words.chooseFirst}</p>
      )}
    </div>
  );
}

function SentFile({ sending, onAgain, onStop }: { sending: Sending; onAgain: () => void; onStop: () => void }) {
  const words = useWords();
  const { file, sent } = sending;
  const step =
    sent.step === 'sending' ? words.sending(sent.percent) : sent.step === 'failed' ? words.failed(sent.why || words.noContact) : sent.step === 'late' ? words.late : words[sent.step];
  return (
    <li>
      <p role="status">
        <strong>{file.name}</strong>: {step}
      </p>
      {(sent.step === 'preparing' || sent.step === 'sending' || sent.step === 'reading') && (
        <>
          <progress aria-label={file.name} max={100} value={sent.step === 'sending' ? sent.percent : sent.step === 'reading' ? 100 : 0} />
          {sent.step !== 'reading' && (
            <button type="button" class="quiet" onClick={onStop}>
              {words.stop}
            </button>
          )}
        </>
      )}
      {sent.step === 'failed' && (
        <button type="button" onClick={onAgain}>
          {words.again}
        </button>
      )}
      {sent.step === 'read' && <Receipt path={sent.path} />}
    </li>
  );
}

/** What was taken and what to mend, as the view of the file says it. */
function Receipt({ path }: { path: string }) {
  const words = useWords();
  const { body } = useLive<ViewModel>(`/api/v1/views/files/receipt?${new URLSearchParams({ path, lang: language.value })}`, language.value);
  return body === null ? <p class="soft">{words.waiting(path)}</p> : <View model={body} isWithin />;
}
