import { handleAlerts, inWordsOf, Problem } from './api';
import type { Handling } from './model';

/** An alert with which it was not done, and why, in words for people. */
export interface Refused {
  readonly key: string;
  readonly why: string;
}

/** As many as the server takes in one request. */
const Most = 100;

/**
 * Does the same with several alerts, in as many requests as it takes.
 * @returns Those with which it was not done, in the order of `keys`.
 * @throws {Problem} Where nothing was done with any of them, for one reason.
 */
export async function handle(handling: Omit<Handling, 'keys'>, keys: readonly string[], language: string): Promise<readonly Refused[]> {
  const refused: Refused[] = [];
  for (let at = 0; at < keys.length; at += Most) {
    const part = keys.slice(at, at + Most);
    try {
      const { items } = await handleAlerts(language, { ...handling, keys: part });
      refused.push(...items.filter((i) => i.status !== 200).map((i) => ({ key: i.key, why: inWordsOf(i, language) ?? `HTTP ${i.status}` })));
    } catch (error) {
      if (at === 0 || !(error instanceof Problem)) {
        throw error;
      }

      return [...refused, ...keys.slice(at).map((key) => ({ key, why: error.message }))];
    }
  }

  return refused;
}
