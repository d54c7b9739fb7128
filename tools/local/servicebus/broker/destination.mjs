import { BrokerError } from '../errors.mjs';
import { callAt } from './call-at.mjs';
import { Duplicates } from './duplicates.mjs';

/** What messages are sent to: a queue, or a topic with its subscriptions. */
export class Destination {
  #ledger;
  #routes;
  #planned;
  #duplicates;
  #alarms = new Map();

  /** A route is a queue and the filter of what it takes. */
  constructor(name, settings, routes, ledger) {
    this.name = name;
    this.#ledger = ledger;
    this.#routes = routes;
    this.#planned = ledger.state.planned(name);
    this.#duplicates = new Duplicates(settings.duplicateWindow, ledger.state.seen(name));
    this.#duplicates.forget(Date.now());
  }

  get scheduled() {
    return this.#planned.size;
  }

  start() {
    for (const { seq, due } of this.#planned.values()) {
      this.#await(seq, due);
    }
  }

  /** Takes all messages or none; resolves when they are on disk. */
  send(messages) {
    const now = Date.now();
    const later = (message) => message.scheduledFor > now;
    const fresh = this.#duplicates.sift(messages, now);
    const changes = [
      ...this.#duplicates.changes(this.name, fresh, now),
      ...fresh.map((message) => (later(message) ? this.#plan(message, message.scheduledFor) : this.#put(message, now))),
    ];
    return this.#commit(changes);
  }

  /** Takes the messages for later and gives their numbers, by which they can be cancelled. */
  async schedule(messages) {
    const now = Date.now();
    const fresh = new Set(this.#duplicates.sift(messages, now));
    const plans = messages.map((message) => this.#plan(message, message.scheduledFor ?? now));
    await this.#commit([
      ...this.#duplicates.changes(this.name, [...fresh], now),
      ...plans.filter((_, index) => fresh.has(messages[index])),
    ]);
    return plans.map(({ seq }) => seq);
  }

  cancel(sequences) {
    if (!sequences.every((seq) => this.#planned.has(seq))) {
      throw new BrokerError('com.microsoft:message-not-found', 404, 'There is no such scheduled message.');
    }
    for (const seq of sequences) {
      this.#alarms.get(seq)();
      this.#alarms.delete(seq);
    }
    return this.#commit(sequences.map((seq) => ({ do: 'cancel', in: this.name, seq })));
  }

  browse() {
    return Array.from(this.#planned.values(), ({ seq, due, message }) => {
      return { seq, at: due, earlier: 0, message, state: 'scheduled' };
    });
  }

  #plan(message, due) {
    return { do: 'plan', in: this.name, seq: this.#nextSequence(), due, body: message.encoded };
  }

  #put(message, at) {
    const names = this.#routes.filter(({ accepts }) => accepts(message)).map(({ queue }) => queue.name);
    return { do: 'put', in: names, seq: this.#nextSequence(), at, body: message.encoded };
  }

  #nextSequence() {
    return ++this.#ledger.state.lastSequence;
  }

  #commit(changes) {
    const durable = this.#ledger.commit(changes);
    for (const { do: what, in: names, seq, due } of changes) {
      if (what === 'plan') {
        this.#await(seq, due);
      } else if (what === 'put') {
        this.#routes.filter(({ queue }) => names.includes(queue.name)).forEach(({ queue }) => queue.arrive(seq));
      }
    }
    return durable;
  }

  #await(seq, due) {
    this.#alarms.set(seq, callAt(due, () => {
      this.#alarms.delete(seq);
      const { message } = this.#planned.get(seq);
      this.#commit([{ do: 'cancel', in: this.name, seq }, this.#put(message, Date.now())]);
    }));
  }
}
