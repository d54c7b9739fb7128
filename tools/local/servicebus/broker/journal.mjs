import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';

const slack = 8 * 1024 * 1024;

/** An append-only file in which operations that arrive together share one write and one flush to disk. */
export class Journal {
  #path;
  #snapshot;
  #fail;
  #file;
  #size = 0;
  #compactAt = 0;
  #lines = [];
  #waiting = [];
  #writing = null;

  /** `snapshot` gives the text that replaces the journal; `fail` is told when the disk refuses. */
  constructor(path, snapshot, fail) {
    this.#path = path;
    this.#snapshot = snapshot;
    this.#fail = fail;
  }

  /** Resolves when the line, and all lines before it, are on disk. */
  append(line) {
    if (line) {
      this.#lines.push(line);
    } else if (!this.#writing) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#writing ??= this.#write().catch(this.#fail);
    });
  }

  async compact() {
    // The text is taken at once: a change made during the writes below goes to the new file after it.
    const text = this.#snapshot();
    const fresh = await open(`${this.#path}.new`, 'w');
    await fresh.writeFile(text);
    await fresh.datasync();
    await fresh.close();
    await this.#file?.close();
    await rename(`${this.#path}.new`, this.#path);
    await syncDirectory(dirname(this.#path));
    this.#file = await open(this.#path, 'a');
    this.#size = Buffer.byteLength(text);
    this.#compactAt = 4 * this.#size + slack;
  }

  async close() {
    await this.#writing;
    await this.#file.close();
  }

  async #write() {
    while (this.#waiting.length > 0) {
      await setImmediate();
      const text = this.#lines.join('');
      const waiting = this.#waiting;
      this.#lines = [];
      this.#waiting = [];
      if (this.#size > this.#compactAt) {
        await this.compact();
      } else if (text) {
        await this.#file.writeFile(text);
        await this.#file.datasync();
        this.#size += Buffer.byteLength(text);
      }
      waiting.forEach((resolve) => resolve());
    }
    this.#writing = null;
  }
}

async function syncDirectory(path) {
  // Windows cannot open a directory; there the rename is durable by itself.
  if (process.platform !== 'win32') {
    const directory = await open(path);
    await directory.sync();
    await directory.close();
  }
}
