import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Answer, ask, Problem } from './api';
import { type Signal, signal } from './signal';

const EveryMilliseconds = 20_000;

/** Counts up when something was done here whose effect should be seen at once. */
export const changed: Signal<number> = signal(0);

export interface Live<T> {
  /** Of which address the body is: while another one is waited for, that of the last one. */
  readonly url: string | null;
  readonly body: T | null;
  readonly problem: Problem | null;
  readonly isWaiting: boolean;
}

interface Asked {
  readonly url: string;
  readonly answer: Promise<Answer<unknown> | null>;
  /** As soon as it has come. */
  come: Answer<unknown> | null;
}

let first: Asked | null = null;

/** Asks for what will be shown first and waits a moment for it: then it is drawn at once, and no page without it. */
export async function askFirst(url: string, language: string, milliseconds: number): Promise<void> {
  const asked: Asked = { url, answer: ask<unknown>(url, language, null, undefined, 'default'), come: null };
  first = asked;
  const come = asked.answer.then((answer) => void (asked.come = answer)).catch(() => {});
  await Promise.race([come, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}

/** What was asked first, for the one who shows it. */
function takeFirst<T>(url: string): { answer: Promise<Answer<T> | null>; come: Answer<T> | null } | null {
  return first?.url === url ? (first as { answer: Promise<Answer<T> | null>; come: Answer<T> | null }) : null;
}

/** What stands at an address, asked again by its ETag while somebody looks. What is shown changes only where the answer did. */
export function useLive<T>(url: string, language: string): Live<T> {
  const [state, setState] = useState<Live<T>>(() => {
    const come = takeFirst<T>(url)?.come;
    return { url: come ? url : null, body: come ? come.body : null, problem: null, isWaiting: !come };
  });
  const last = useRef<{ url: string; answer: Answer<T> } | null>(null);

  // Before the browser paints, so that the answer is on its way while the empty page is drawn.
  useLayoutEffect(() => {
    const abort = new AbortController();
    let timer = 0;
    setState((s) => (s.url === url && last.current === null ? s : { ...s, isWaiting: true, problem: s.url === url ? s.problem : null }));

    const look = async () => {
      clearTimeout(timer);
      try {
        const tag = last.current?.url === url ? last.current.answer.tag : null;
        const asked = takeFirst<T>(url);
        first = null;
        const answer = await (asked?.answer ?? ask<T>(url, language, tag, abort.signal, 'default'));
        // What was asked first is not ended by going on to another view.
        if (abort.signal.aborted) {
          return;
        }

        if (answer !== null) {
          last.current = { url, answer };
        }

        setState({ url, body: last.current!.answer.body, problem: null, isWaiting: false });
      } catch (error) {
        if (abort.signal.aborted) {
          return;
        }

        const problem = error instanceof Problem ? error : new Problem(0, '');
        setState((s) => ({ ...s, url, body: s.url === url ? s.body : null, problem, isWaiting: false }));
      }

      timer = setTimeout(() => document.visibilityState === 'visible' && void look(), EveryMilliseconds);
    };

    const onVisible = () => document.visibilityState === 'visible' && void look();
    document.addEventListener('visibilitychange', onVisible);
    let isFirst = true;
    const stop = changed.watch(() => (isFirst ? (isFirst = false) : void look()));
    void look();
    return () => {
      abort.abort();
      clearTimeout(timer);
      stop();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [url, language]);

  return state;
}
