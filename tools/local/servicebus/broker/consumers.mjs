/**
 * Those who receive from a queue, in turn.
 * A consumer says whether it `wants` a message and whether it `deletes` what it gets; `deliver` hands one over.
 */
export class Consumers {
  #waiting = [];

  add(consumer) {
    this.#waiting.push(consumer);
  }

  remove(consumer) {
    this.#waiting = this.#waiting.filter((other) => other !== consumer);
  }

  /** The one that wants a message and has waited longest since its last. */
  next() {
    const index = this.#waiting.findIndex((consumer) => consumer.wants());
    if (index < 0) {
      return undefined;
    }
    const [consumer] = this.#waiting.splice(index, 1);
    this.#waiting.push(consumer);
    return consumer;
  }
}
