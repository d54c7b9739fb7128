import { deadLetterSuffix } from '../addresses.mjs';
import { Message } from '../messages/message.mjs';

/** What must outlive the process, as the sum of all changes ever made. */
export class State {
  lastSequence = 0;
  #queues = new Map();
  #planned = new Map();
  #seen = new Map();

  /** Messages of a queue by sequence number. */
  queue = (name) => entry(this.#queues, name);

  /** Scheduled messages of a queue or topic by sequence number. */
  planned = (name) => entry(this.#planned, name);

  /** The times at which message ids came to a queue or topic, oldest first. */
  seen = (name) => entry(this.#seen, name);

  apply(change) {
    this.#changes[change.do](change);
  }

  /** The shortest list of changes that leads here. */
  *snapshot() {
    yield { do: 'number', seq: this.lastSequence };
    for (const [name, messages] of this.#queues) {
      for (const { seq, at, deliveries, dead, message } of messages.values()) {
        yield { do: 'put', in: [name], seq, at, deliveries, dead, body: message.encoded };
      }
    }
    for (const [name, messages] of this.#planned) {
      for (const { seq, due, message } of messages.values()) {
        yield { do: 'plan', in: name, seq, due, body: message.encoded };
      }
    }
    for (const [name, times] of this.#seen) {
      for (const [id, at] of times) {
        yield { do: 'see', in: name, id, at };
      }
    }
  }

  /** Forgets what belongs to entities that are not there any more, and says how many messages that were. */
  keepOnly(queues, destinations) {
    let forgotten = 0;
    for (const [all, kept] of [[this.#queues, queues], [this.#planned, destinations], [this.#seen, destinations]]) {
      for (const name of [...all.keys()].filter((name) => !kept.has(name))) {
        forgotten += all === this.#seen ? 0 : all.get(name).size;
        all.delete(name);
      }
    }
    return forgotten;
  }

  #changes = {
    number: ({ seq }) => this.#count(seq),
    put: ({ in: names, seq, at, deliveries = 0, dead, body }) => {
      this.#count(seq);
      const message = new Message(body);
      for (const name of names) {
        this.queue(name).set(seq, { seq, at, deliveries, dead, message });
      }
    },
    drop: ({ in: name, seq }) => this.queue(name).delete(seq),
    deliver: ({ in: name, seq, deliveries }) => {
      this.queue(name).get(seq).deliveries = deliveries;
    },
    bury: ({ in: name, seq, dead }) => {
      const buried = this.queue(name).get(seq);
      this.queue(name).delete(seq);
      this.queue(name + deadLetterSuffix).set(seq, { ...buried, dead });
    },
    plan: ({ in: name, seq, due, body }) => {
      this.#count(seq);
      this.planned(name).set(seq, { seq, due, message: new Message(body) });
    },
    cancel: ({ in: name, seq }) => this.planned(name).delete(seq),
    see: ({ in: name, id, at }) => this.seen(name).set(id, at),
  };

  #count(seq) {
    this.lastSequence = Math.max(this.lastSequence, seq);
  }
}

function entry(map, name) {
  if (!map.has(name)) {
    map.set(name, new Map());
  }
  return map.get(name);
}
