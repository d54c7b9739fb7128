import { randomUUID } from 'node:crypto';

import { lockLost } from '../errors.mjs';
import { callAt } from './call-at.mjs';

/** Who holds which message of a queue, and until when. */
export class Locks {
  #duration;
  #expired;
  #byToken = new Map();

  constructor(duration, expired) {
    this.#duration = duration;
    this.#expired = expired;
  }

  get size() {
    return this.#byToken.size;
  }

  sequences() {
    return new Set(Array.from(this.#byToken.values(), ({ seq }) => seq));
  }

  take(seq, holder) {
    const lock = { token: randomUUID(), seq, holder };
    this.#byToken.set(lock.token, lock);
    this.#arm(lock);
    return lock;
  }

  has(token) {
    return this.#byToken.has(token);
  }

  get(token) {
    const lock = this.#byToken.get(token);
    if (!lock) {
      throw lockLost();
    }
    return lock;
  }

  renew(token) {
    const lock = this.get(token);
    lock.callOff();
    this.#arm(lock);
    return lock.until;
  }

  end(token) {
    const lock = this.get(token);
    lock.callOff();
    this.#byToken.delete(token);
    return lock.seq;
  }

  endAll(holder) {
    return [...this.#byToken.values()].filter((lock) => lock.holder === holder).map(({ token }) => this.end(token));
  }

  #arm(lock) {
    lock.until = Date.now() + this.#duration;
    lock.callOff = callAt(lock.until, () => this.#expired(this.end(lock.token)));
  }
}
