import { go } from './address';
import { keysAreOn } from './settings';

/** By the letter that follows `g`. */
export const Places: Readonly<Record<string, string>> = { t: '/today', c: '/compliance', i: '/indicators', f: '/files', s: '/submit', k: '/tasks', a: '/alerts', b: '/briefs' };

const ChordMilliseconds = 1_500;

/** Keys of one letter, for who does not take the hand off the keyboard. They rest while somebody types, and can be turned off. */
export function listenForKeys(onHelp: () => void): () => void {
  let startedAt = -Infinity;
  const press = (event: KeyboardEvent) => {
    if (!keysAreOn.value || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) {
      return;
    }

    const isSecond = event.timeStamp - startedAt < ChordMilliseconds;
    startedAt = -Infinity;
    const place = isSecond ? Places[event.key] : undefined;
    if (place) {
      go(place);
    } else if (event.key === 'g') {
      startedAt = event.timeStamp;
      return;
    } else if (event.key === '/') {
      document.getElementById('find')?.focus();
    } else if (event.key === '?') {
      onHelp();
    } else if (event.key === 'j' || event.key === 'k') {
      move(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'x') {
      row()?.querySelector<HTMLInputElement>('.choose input')?.click();
    } else if (event.key === 'a') {
      acknowledge();
    } else if (event.key === 'Enter' && document.activeElement?.matches('tr[data-row]')) {
      row()?.querySelector<HTMLAnchorElement>('a[href]')?.click();
    } else {
      return;
    }

    event.preventDefault();
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, select') || target.isContentEditable);

const row = (): Element | null => document.activeElement?.closest('tr') ?? null;

function move(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const at = rows.findIndex((r) => r === document.activeElement || (r.matches('tr') && r.contains(document.activeElement)));
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** What is chosen; where nothing is, the row in focus. */
function acknowledge(): void {
  const button = () => document.querySelector<HTMLButtonElement>('button[data-action=acknowledge]:not(:disabled)');
  if (button() === null) {
    row()?.querySelector<HTMLInputElement>('.choose input:not(:checked)')?.click();
  }

  requestAnimationFrame(() => setTimeout(() => button()?.click()));
}
