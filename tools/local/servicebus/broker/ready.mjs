import { callAt } from './call-at.mjs';
import { Heap } from './heap.mjs';

/** The messages of a queue that nobody holds, oldest first, each with the time at which it expires. */
export class Ready {
  #messages;
  #heap = new Heap();
  #alarms = new Map();

  constructor(messages) {
    this.#messages = messages;
  }

  add(seq, end, expire) {
    this.#alarms.set(seq, callAt(end, () => {
      this.#alarms.delete(seq);
      expire();
    }));
    this.#heap.push(seq);
  }

  /** The next message; numbers whose message has expired meanwhile are passed over. */
  take() {
    for (let seq; (seq = this.#heap.pop()) !== undefined; ) {
      const message = this.#messages.get(seq);
      if (message) {
        this.#alarms.get(seq)();
        this.#alarms.delete(seq);
        return message;
      }
    }
    return undefined;
  }
}
