import { deadLetterSuffix, entityKey } from '../addresses.mjs';
import { entityNotFound } from '../errors.mjs';
import { Destination } from './destination.mjs';
import { Queue } from './queue.mjs';

/** All entities of the namespace. */
export class Broker {
  #ledger;
  #queues = new Map();
  #destinations = new Map();

  constructor({ queues, topics }, ledger) {
    this.#ledger = ledger;
    for (const { name, settings } of queues) {
      this.#addDestination(name, settings, [{ queue: this.#addQueue(name, settings), accepts: () => true }]);
    }
    for (const { name, settings, subscriptions } of topics) {
      const routes = subscriptions.map((subscription) => ({
        queue: this.#addQueue(subscription.name, subscription.settings),
        accepts: subscription.accepts,
      }));
      this.#addDestination(name, settings, routes);
    }
    this.#forgetRemoved();
  }

  start() {
    for (const entity of [...this.#queues.values(), ...this.#destinations.values()]) {
      entity.start();
    }
  }

  queue(address) {
    return find(this.#queues, address);
  }

  destination(address) {
    return find(this.#destinations, address);
  }

  /** What can be browsed at an address: the messages of the queue there and those scheduled for it. */
  browse(address) {
    const sources = [this.#queues, this.#destinations].map((entities) => entities.get(entityKey(address))).filter(Boolean);
    if (sources.length === 0) {
      throw entityNotFound(address);
    }
    return sources.flatMap((source) => source.browse()).sort((one, other) => one.seq - other.seq);
  }

  counts() {
    const names = new Set([...this.#destinations.values(), ...this.#queues.values()].map(({ name }) => name));
    return Object.fromEntries(
      [...names].filter((name) => !name.endsWith(deadLetterSuffix)).map((name) => [name, this.#countsOf(name)]),
    );
  }

  #countsOf(name) {
    const queue = this.#queues.get(entityKey(name));
    const dead = this.#queues.get(entityKey(name + deadLetterSuffix));
    const scheduled = this.#destinations.get(entityKey(name))?.scheduled ?? 0;
    const { active, locked } = queue?.counts ?? { active: 0, locked: 0 };
    const deadLettered = dead ? dead.counts.active + dead.counts.locked : 0;
    return { active, locked, deadLettered, scheduled };
  }

  #addQueue(name, settings) {
    const deadLetters = new Queue(name + deadLetterSuffix, settings, this.#ledger);
    this.#add(this.#queues, deadLetters);
    return this.#add(this.#queues, new Queue(name, settings, this.#ledger, deadLetters));
  }

  #addDestination(name, settings, routes) {
    this.#add(this.#destinations, new Destination(name, settings, routes, this.#ledger));
  }

  #add(entities, entity) {
    const key = entityKey(entity.name);
    if (entities.has(key)) {
      throw new Error(`The configuration names '${entity.name}' twice.`);
    }
    entities.set(key, entity);
    return entity;
  }

  #forgetRemoved() {
    const names = (entities) => new Set([...entities.values()].map(({ name }) => name));
    const forgotten = this.#ledger.state.keepOnly(names(this.#queues), names(this.#destinations));
    if (forgotten > 0) {
      console.error(`Discarded ${forgotten} messages of entities that the configuration no longer has.`);
    }
  }
}

function find(entities, address) {
  const entity = entities.get(entityKey(address));
  if (!entity) {
    throw entityNotFound(address);
  }
  return entity;
}
