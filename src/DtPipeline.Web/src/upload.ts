import { ask, askUpload, Problem } from './api';
import type { Upload } from './model';

/** What became of one file, as far as it has come. */
export type Sent =
  | { readonly step: 'preparing' }
  | { readonly step: 'sending'; readonly percent: number }
  | { readonly step: 'reading' | 'read' | 'late'; readonly path: string }
  | { readonly step: 'failed'; readonly why: string };

const LookEveryMilliseconds = 1_000;
const LooksForTheReceipt = 300;

/** Straight to storage, to the one name that the server gave, and then waits for the receipt. Says each step; never throws. */
export async function sendFile(file: File, organisation: string, period: string, language: string, say: (sent: Sent) => void, abort: AbortSignal): Promise<void> {
  say({ step: 'preparing' });
  try {
    const upload = await askUpload(language, { organisation, period, fileName: file.name, bytes: file.size });
    await put(upload, file, say, abort);
    say({ step: 'reading', path: upload.path });
    say({ step: (await isAnswered(upload, language, abort)) ? 'read' : 'late', path: upload.path });
  } catch (error) {
    if (!abort.aborted) {
      say({ step: 'failed', why: error instanceof Problem ? error.message : '' });
    }
  }
}

/** fetch says nothing of how much has been sent: the older request does. */
function put(upload: Upload, file: File, say: (sent: Sent) => void, abort: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(upload.method, upload.url);
    for (const [name, value] of Object.entries(upload.headers)) {
      request.setRequestHeader(name, value);
    }

    request.upload.onprogress = (e) => say({ step: 'sending', percent: e.total > 0 ? Math.round((100 * e.loaded) / e.total) : 100 });
    request.onload = () => (request.status < 300 ? resolve() : reject(new Problem(request.status, `HTTP ${request.status}`)));
    request.onerror = () => reject(new Problem(0, ''));
    request.onabort = () => reject(new Problem(0, ''));
    abort.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

async function isAnswered(upload: Upload, language: string, abort: AbortSignal): Promise<boolean> {
  for (let look = 0; look < LooksForTheReceipt; look++) {
    try {
      await ask(upload.receipt, language, null, abort);
      return true;
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 404 && error.status !== 0)) {
        throw error;
      }
    }

    await new Promise((resolve) => setTimeout(resolve, LookEveryMilliseconds));
  }

  return false;
}
