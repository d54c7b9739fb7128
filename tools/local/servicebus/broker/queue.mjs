import { BrokerError } from '../errors.mjs';
import { Consumers } from './consumers.mjs';
import { Locks } from './locks.mjs';
import { Ready } from './ready.mjs';

/** What messages are received from: a queue, a subscription, or the dead letters of one. */
export class Queue {
  #settings;
  #ledger;
  #deadLetters;
  #messages;
  #locks;
  #ready;
  #consumers = new Consumers();

  /** Without a queue for dead letters this is one: nothing in it expires or runs out of deliveries. */
  constructor(name, settings, ledger, deadLetters) {
    this.name = name;
    this.#settings = settings;
    this.#ledger = ledger;
    this.#deadLetters = deadLetters;
    this.#messages = ledger.state.queue(name);
    this.#ready = new Ready(this.#messages);
    this.#locks = new Locks(settings.lockDuration, (seq) => this.#offer([seq]));
  }

  get counts() {
    return { active: this.#messages.size - this.#locks.size, locked: this.#locks.size };
  }

  start() {
    this.#offer([...this.#messages.keys()]);
  }

  arrive(seq) {
    this.#offer([seq]);
  }

  attach(consumer) {
    this.#consumers.add(consumer);
    this.pump();
  }

  /** Ends a consumer, which keeps what it has locked. */
  detach(consumer) {
    this.#consumers.remove(consumer);
  }

  /** Gives ready messages to the consumers that want them, in turn. */
  pump() {
    for (let consumer; (consumer = this.#consumers.next()); ) {
      const message = this.#ready.take();
      if (!message) {
        return;
      }
      this.#hand(message, consumer);
    }
  }

  holds({ token }) {
    return this.#locks.has(token);
  }

  /** Throws where one of these locks is lost. */
  checkLocks(tokens) {
    tokens.forEach((token) => this.#locks.get(token));
  }

  renew(token) {
    return this.#locks.renew(token);
  }

  complete(token) {
    return this.#drop(this.#locks.end(token));
  }

  abandon(token) {
    return this.#offer([this.#locks.end(token)]);
  }

  abandonAll(consumer) {
    return this.#offer(this.#locks.endAll(consumer));
  }

  /** Takes back a message that nobody has looked at: that was no delivery. */
  release(token) {
    const seq = this.#locks.end(token);
    const { deliveries } = this.#messages.get(seq);
    const durable = this.#ledger.commit([{ do: 'deliver', in: this.name, seq, deliveries: deliveries - 1 }]);
    return Promise.all([durable, this.#offer([seq])]);
  }

  deadLetter(token, reason, description) {
    if (!this.#deadLetters) {
      throw new BrokerError('amqp:not-allowed', 400, 'A dead letter cannot be dead-lettered again.');
    }
    return this.#bury(this.#locks.end(token), reason, description);
  }

  /** All messages, each with how many deliveries of it are over. */
  browse() {
    const held = this.#locks.sequences();
    return Array.from(this.#messages.values(), (message) => {
      return { ...message, earlier: held.has(message.seq) ? message.deliveries - 1 : message.deliveries };
    });
  }

  /** Takes messages up for delivery, or away when their time or their deliveries have run out; resolves when that is on disk. */
  #offer(sequences) {
    const moves = sequences.map((seq) => this.#admit(this.#messages.get(seq)));
    this.pump();
    return Promise.all(moves);
  }

  #admit({ seq, at, deliveries, message }) {
    if (!this.#deadLetters) {
      this.#ready.add(seq, Infinity);
      return undefined;
    }
    const { maxDeliveries, timeToLive } = this.#settings;
    if (deliveries >= maxDeliveries) {
      const description = `Message could not be consumed after ${maxDeliveries} delivery attempts.`;
      return this.#bury(seq, 'MaxDeliveryCountExceeded', description);
    }
    const end = at + Math.min(timeToLive, message.timeToLive);
    if (end <= Date.now()) {
      return this.#expire(seq);
    }
    this.#ready.add(seq, end, () => this.#expire(seq));
    return undefined;
  }

  #hand(message, consumer) {
    const { seq, deliveries: earlier } = message;
    const delivery = { ...message, earlier };
    if (consumer.deletes) {
      consumer.deliver(delivery, null, this.#drop(seq));
    } else {
      const lock = this.#locks.take(seq, consumer);
      consumer.deliver(delivery, lock, this.#ledger.commit([{ do: 'deliver', in: this.name, seq, deliveries: earlier + 1 }]));
    }
  }

  #expire(seq) {
    if (this.#settings.deadLettersExpired) {
      return this.#bury(seq, 'TTLExpiredException', 'The message expired and was dead lettered.');
    }
    return this.#drop(seq);
  }

  #drop(seq) {
    return this.#ledger.commit([{ do: 'drop', in: this.name, seq }]);
  }

  #bury(seq, reason, description) {
    const dead = { reason, description, source: this.name };
    const durable = this.#ledger.commit([{ do: 'bury', in: this.name, seq, dead }]);
    this.#deadLetters.arrive(seq);
    return durable;
  }
}
