import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { address, go, viewAt, withParameter } from './address';
import { NewestBrief } from './brief';
import { Help } from './help';
import { listenForKeys } from './keys';
import { language, useWords } from './language';
import { changed, useLive } from './live';
import { me, WhoAmI } from './me';
import type { Language, ViewModel } from './model';
import { said } from './say';
import { type Theme, theme } from './settings';
import { useSignal } from './signal';
import { Submit } from './submit';
import { View } from './view';
import { Views } from './views';

/** What stands round each view. */
export function Shell() {
  const words = useWords();
  const who = useSignal(me);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useEffect(() => listenForKeys(() => setHelpOpen(true)), []);
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header class="bar">
        <a class="site" href="/today" title={words.siteLong}>
          {words.site}
        </a>
        <Switches onHelp={() => setHelpOpen(true)} />
        <WhoAmI who={who} />
      </header>
      <Rail />
      <Content organisations={who?.organisations ?? []} />
      <Said />
      {isHelpOpen && <Help onClose={() => setHelpOpen(false)} />}
    </>
  );
}

function Rail() {
  const words = useWords();
  const { path } = useSignal(address);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [path]);
  return (
    <nav class={`rail ${isOpen ? 'open' : ''}`} aria-label={words.views}>
      <ul>
        {Views.map((v) => (
          <li key={v.name}>
            <a href={v.href} aria-current={path === v.href ? 'page' : path.startsWith(`${v.href}/`) ? 'true' : undefined}>
              <span class="sign" aria-hidden="true">
                {v.sign}
              </span>
              {words[v.name]}
            </a>
          </li>
        ))}
        <li class="last">
          <a href={`/help${language.value === 'en' ? '?lang=en' : ''}`}>
            <span class="sign" aria-hidden="true">
              ?
            </span>
            {words.help}
          </a>
        </li>
      </ul>
      <button type="button" class="more-views" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="sign" aria-hidden="true">
          ☰
        </span>
        {words.more}
      </button>
    </nav>
  );
}

const Others = {
  vi: { language: 'en', short: 'EN', name: 'English' },
  en: { language: 'vi', short: 'VI', name: 'Tiếng Việt' },
} as const;

/** An address that names a language goes on to name the one that is read. */
function speak(chosen: Language): void {
  language.set(chosen);
  if (new URLSearchParams(address.value.query).has('lang')) {
    go(withParameter('lang', chosen), true);
  }
}

function Switches({ onHelp }: { onHelp: () => void }) {
  const words = useWords();
  const other = Others[useSignal(language)];
  const look = useSignal(theme);
  return (
    <div class="switches">
      <button type="button" class="quiet keys-button" onClick={onHelp}>
        {words.keys} <kbd>?</kbd>
      </button>
      <button type="button" class="quiet" lang={other.language} onClick={() => speak(other.language)}>
        {other.short}
        <span class="aloud"> {other.name}</span>
      </button>
      <label>
        <span class="aloud">{words.theme}</span>
        <select name="theme" value={look} onChange={(e) => theme.set(e.currentTarget.value as Theme)}>
          {(['system', 'light', 'dark'] as const).map((t) => (
            <option key={t} value={t}>
              {words[t]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Content({ organisations }: { organisations: readonly string[] }) {
  const words = useWords();
  const { path, query } = useSignal(address);
  const spoken = useSignal(language);
  const { url, body, problem, isWaiting } = useLive<ViewModel>(viewAt({ path, query }, spoken), spoken);
  useArrival(path, url, body);
  const retry = () => changed.set(changed.value + 1);

  return (
    <main id="content" aria-busy={isWaiting}>
      {problem && (
        <div class="problem" role="alert">
          <p>{problem.status === 0 ? (body ? words.lostContact : words.noContact) : problem.message}</p>
          <button type="button" onClick={retry}>
            {words.tryAgain}
          </button>
        </div>
      )}
      {body === null ? (
        !problem && <p class="soft waiting">{words.waiting(path)}</p>
      ) : path === '/submit' && body.view === 'submit' ? (
        <Submit model={body} organisations={organisations} />
      ) : (
        <>
          <View key={body.view} model={body} />
          {body.view === 'briefs' && <NewestBrief model={body} />}
        </>
      )}
    </main>
  );
}

/** Another view begins at its top, and a screen reader is taken to its title; what only changed in place leaves focus and scroll alone. */
function useArrival(path: string, url: string | null, body: ViewModel | null): void {
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (body === null || url === null || !url.startsWith(`/api/v1/views${path}?`)) {
      return;
    }

    document.title = `${body.title} – DtPipeline`;
    if (shown.current !== null && shown.current !== path) {
      scrollTo(0, 0);
      document.getElementById('title')?.focus({ preventScroll: true });
    }

    shown.current = path;
  }, [path, url, body]);
}

function Said() {
  const text = useSignal(said);
  useEffect(() => {
    const timer = setTimeout(() => said.set(''), 6_000);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class={`said ${text ? 'shown' : ''}`} role="status" aria-live="polite">
      {text}
    </div>
  );
}
