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

/** What stands at an address, asked again by its ETag while somebody looks. What is shown changes only where the answer did. */
export function useLive<T>(url: string, language: string): Live<T> {
  const [state, setState] = useState<Live<T>>({ url: null, body: null, problem: null, isWaiting: true });
  const last = useRef<{ url: string; answer: Answer<T> } | null>(null);

  // Before the browser paints, so that the answer is on its way while the empty page is drawn.
  useLayoutEffect(() => {
    const abort = new AbortController();
    let timer = 0;
    setState((s) => ({ ...s, isWaiting: true, problem: s.url === url ? s.problem : null }));

    const look = async () => {
      clearTimeout(timer);
      try {
        const tag = last.current?.url === url ? last.current.answer.tag : null;
        const answer = await ask<T>(url, language, tag, abort.signal, 'default');
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
