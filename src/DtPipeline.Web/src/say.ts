import { signal } from './signal';

/** What a screen reader says aside, and what stands for a moment at the foot of the page. */
export const said = signal('');

export function say(text: string): void {
  said.set('');
  setTimeout(() => said.set(text), 50);
}
