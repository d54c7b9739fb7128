import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Journal } from './journal.mjs';
import { readLines, toLine } from './lines.mjs';
import { State } from './state.mjs';

/** The state together with the journal that makes it last. */
export class Ledger {
  state = new State();
  #journal;

  static async open(directory, fail) {
    const path = join(directory, 'journal.ndjson');
    const ledger = new Ledger();
    for (const changes of readLines(await readOrEmpty(path), path)) {
      changes.forEach((change) => ledger.state.apply(change));
    }
    ledger.#journal = new Journal(path, () => ledger.#text(), fail);
    return ledger;
  }

  /** Applies the changes at once and resolves when they, and all before them, are on disk. */
  commit(changes) {
    changes.forEach((change) => this.state.apply(change));
    return this.#journal.append(changes.length > 0 ? toLine(changes) : '');
  }

  compact() {
    return this.#journal.compact();
  }

  close() {
    return this.#journal.close();
  }

  #text() {
    return Array.from(this.state.snapshot(), (change) => toLine([change])).join('');
  }
}

async function readOrEmpty(path) {
  try {
    return await readFile(path);
  } catch (error) {
    if (error.code === 'ENOENT') {
      return Buffer.alloc(0);
    }
    throw error;
  }
}
