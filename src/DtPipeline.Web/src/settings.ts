import { signal } from './signal';
import type { Language } from './model';

export type Theme = 'light' | 'dark' | 'system';

// A browser may forbid to keep anything: then a setting lasts as long as the page.
function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}

// In a cookie, so that the server knows with the first request in which language the first view will be asked for.
const chosen = (): string | undefined => {
  try {
    return /(?:^|; )language=(\w+)/.exec(document.cookie)?.[1];
  } catch {
    return undefined;
  }
};

function choose(value: Language): void {
  try {
    document.cookie = `language=${value}; path=/; max-age=31536000; samesite=strict${location.protocol === 'https:' ? '; secure' : ''}`;
  } catch {
    return;
  }
}

const asked = new URLSearchParams(location.search).get('lang') ?? chosen();

export const language = signal<Language>(asked === 'en' ? 'en' : 'vi');
export const theme = signal<Theme>((['light', 'dark'] as const).find((t) => t === kept('theme')) ?? 'system');
export const keysAreOn = signal(kept('keys') !== 'off');

/** Whose name stands beside what is done, where nobody signs in. */
export const handler = signal(kept('handler') ?? '');

language.watch((value) => {
  document.documentElement.lang = value;
  choose(value);
});
theme.watch((value) => {
  if (value === 'system') {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = value;
  }

  keep('theme', value);
});
keysAreOn.watch((value) => keep('keys', value ? 'on' : 'off'));
handler.watch((value) => keep('handler', value));
