/** Remembers the message ids of a queue or topic for as long as its window. */
export class Duplicates {
  #window;
  #seen;

  constructor(window, seen) {
    this.#window = window;
    this.#seen = seen;
  }

  /** The messages whose id is new, each id once. */
  sift(messages, now) {
    if (this.#window === 0) {
      return messages;
    }
    this.forget(now);
    const fresh = new Map();
    for (const message of messages) {
      if (!this.#seen.has(message.id) && !fresh.has(message.id)) {
        fresh.set(message.id, message);
      }
    }
    return [...fresh.values()];
  }

  changes(name, messages, now) {
    return this.#window === 0 ? [] : messages.map(({ id }) => ({ do: 'see', in: name, id, at: now }));
  }

  forget(now) {
    for (const [id, at] of this.#seen) {
      if (at + this.#window > now) {
        return;
      }
      this.#seen.delete(id);
    }
  }
}
