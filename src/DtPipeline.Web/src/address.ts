import { signal } from './signal';

/** Where the page is: its path, without a slash at its end, and its query. */
export interface Address {
  readonly path: string;
  readonly query: string;
}

const here = (): Address => ({ path: location.pathname.replace(/\/+$/, '') || '/today', query: location.search });

export const address = signal<Address>(here());

/** True for an address that this page shows itself, without a request for another document. */
export const isOurs = (href: string): boolean =>
  /^\/(?:$|\?|(?:today|compliance|indicators|files|submit|tasks|alerts|briefs)(?:$|[/?]))/.test(href) && !/^[^?]*\.csv(?:$|\?)/.test(href);

/** Where the server says the view of an address. The language stands last, as the server writes it in the header of this page. */
export function viewAt({ path, query }: Address, language: string): string {
  const parameters = new URLSearchParams(query);
  parameters.delete('lang');
  parameters.append('lang', language);
  return `/api/v1/views${path}?${parameters}`;
}

export function go(href: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState']({ top: 0 }, '', href);
  address.set(here());
}

/** This address with one parameter otherwise; blank takes it away. What hangs on the old rows, such as the page of a list, goes too. */
export function withParameter(name: string, value: string): string {
  const query = new URLSearchParams(address.value.query);
  query.delete('after');
  if (value === '') {
    query.delete(name);
  } else {
    query.set(name, value);
  }

  const text = query.toString();
  return address.value.path + (text === '' ? '' : `?${text}`);
}

/** Follows links of our own without a reload, and goes back and forth. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (!href || link?.hasAttribute('download') || link?.hasAttribute('target') || !isOurs(href)) {
      return;
    }

    if (event.button === 0 && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(href);
    }
  });
  addEventListener('popstate', () => address.set(here()));
}
