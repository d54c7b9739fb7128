import type { Choice, Handled, Handling, Me, Organisation, ProblemDetails, Upload, UploadRequest, ViewOption } from './model';

/** What went wrong with a request, in words for people. `status` is 0 where no answer came. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export interface Answer<T> {
  readonly body: T;
  readonly tag: string | null;
}

/**
 * Asks for JSON.
 * @param cache Left to the browser where the header of this page may have named the address: it then takes the answer that it has asked for already.
 * @returns Null where it is still what it was by `tag`. @throws {Problem}
 */
export async function ask<T>(url: string, language: string, tag: string | null = null, abort?: AbortSignal, cache: RequestCache = 'no-store'): Promise<Answer<T> | null> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (tag !== null) {
    headers['If-None-Match'] = tag;
  }

  const response = await send(url, { headers, cache, ...(abort ? { signal: abort } : {}) });
  if (response.status === 304) {
    return null;
  }

  return { body: await read<T>(response, language), tag: response.headers.get('ETag') };
}

/** Sends JSON. @throws {Problem} */
async function tell<T>(method: 'POST' | 'PUT', url: string, body: unknown, language: string): Promise<T> {
  const response = await send(url, { method, headers: { Accept: 'application/json', 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return read<T>(response, language);
}

export const askMe = async (language: string): Promise<Me> => (await ask<Me>('/api/v1/me', language))!.body;

export const become = (language: string, choice: Choice): Promise<Me> => tell<Me>('PUT', '/api/v1/me', choice, language);

export const askUpload = (language: string, upload: UploadRequest): Promise<Upload> => tell<Upload>('POST', '/api/v1/uploads', upload, language);

export const handleAlerts = (language: string, handling: Handling): Promise<Handled> => tell<Handled>('POST', '/api/v1/alerts', handling, language);

interface Page {
  readonly items: readonly Organisation[];
  readonly next: string | null;
}

/** All bodies that report, by code and name. */
export async function askOrganisations(language: string): Promise<readonly ViewOption[]> {
  const options: ViewOption[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Page = (await ask<Page>(`/api/v1/organisations${after && `?${new URLSearchParams({ after })}`}`, language))!.body;
    options.push(...page.items.map((o) => ({ value: o.code, label: language === 'en' ? o.nameEn : o.nameVi })));
    after = page.next;
  }

  return options;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, credentials: 'same-origin', redirect: 'follow' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }

    throw new Problem(0, '');
  }
}

async function read<T>(response: Response, language: string): Promise<T> {
  if (response.ok) {
    return (response.status === 204 ? null : await response.json()) as T;
  }

  throw new Problem(response.status, await sentenceOf(response, language));
}

/** What is said in both languages, in one of them. */
export const inWordsOf = (said: Partial<Pick<ProblemDetails, 'detail' | 'detailVi'>>, language: string): string | undefined =>
  (language === 'vi' ? said.detailVi : undefined) ?? said.detail;

async function sentenceOf(response: Response, language: string): Promise<string> {
  try {
    const problem = (await response.json()) as Partial<ProblemDetails>;
    return inWordsOf(problem, language) ?? problem.title ?? `HTTP ${response.status}`;
  } catch {
    return `HTTP ${response.status}`;
  }
}
