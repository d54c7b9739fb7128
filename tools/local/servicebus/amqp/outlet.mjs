import rhea from 'rhea';

import { encodeForReceiver } from '../messages/for-receiver.mjs';
import { toDeliveryTag } from '../messages/lock-token.mjs';
import { settle } from './settle.mjs';

const presettled = 1;

/** A link on which a client receives: a consumer of its queue for as long as it has credit. */
export class Outlet {
  #queue;
  #sender;
  #given = 0;
  #preparing = new Set();
  #tokens = new Map();

  constructor(queue, sender) {
    this.#queue = queue;
    this.#sender = sender;
    this.deletes = sender.snd_settle_mode === presettled;
    // rhea answers no drain that finds the credit used up by messages still on their way, and the client would wait for it.
    sender._get_drain = drainCredit;
    sender.on('sendable', () => queue.pump());
    sender.on('sender_flow', () => queue.pump());
    sender.on('sender_draining', () => this.#drain());
    for (const outcome of ['accepted', 'rejected', 'released', 'modified']) {
      sender.on(outcome, ({ delivery }) => this.#settle(delivery));
    }
    queue.attach(this);
  }

  wants() {
    // Credit and count move together, so their sum is the credit ever given, whatever still waits to be written.
    const { credit, delivery_count: sent, session } = this.#sender;
    return this.#given < credit + sent && this.#preparing.size < session.outgoing.available();
  }

  async deliver(message, lock, durable) {
    const delivery = { lock };
    this.#given++;
    this.#preparing.add(delivery);
    await durable;
    this.#preparing.delete(delivery);
    if (!lock || this.#queue.holds(lock)) {
      this.#send(message, lock);
    } else {
      this.#given--;
    }
    this.#drain();
  }

  /** Ends the link of a client that has taken leave: what it holds is there for others at once. */
  close() {
    this.lose();
    this.#queue.abandonAll(this);
  }

  /** Ends the link of a client that may come back to settle what it holds; what was not yet sent is there for others at once. */
  lose() {
    this.#queue.detach(this);
    for (const { lock } of this.#preparing) {
      if (lock && this.#queue.holds(lock)) {
        this.#queue.release(lock.token);
      }
    }
  }

  #send(message, lock) {
    const tag = lock ? toDeliveryTag(lock.token) : undefined;
    const delivery = this.#sender.send(encodeForReceiver(message, lock?.until), tag, 0);
    if (lock) {
      this.#tokens.set(delivery, lock.token);
    }
  }

  /** Gives back the credit that nothing is left for, once everything under way is out. */
  #drain() {
    if (this.#sender._draining && this.#preparing.size === 0) {
      this.#sender.set_drained(true);
      this.#given = this.#sender.credit + this.#sender.delivery_count;
      this.#sender.connection._register();
    }
  }

  async #settle(delivery) {
    const token = this.#tokens.get(delivery);
    if (!token) {
      return;
    }
    this.#tokens.delete(delivery);
    const outcome = await settle(this.#queue, token, delivery.remote_state);
    delivery.update(true, outcome.described());
    // Official clients do not confirm this answer, and an unconfirmed delivery would keep its place in the session's buffer.
    delivery.remote_settled = true;
  }
}

function drainCredit() {
  const drained = this._draining && this._drained;
  if (drained) {
    this.delivery_count += this.credit;
    this.credit = 0;
  }
  return drained;
}
