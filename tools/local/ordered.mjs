/** A map whose keys are in order too. */
export class Ordered {
  #values;
  #keys;

  constructor(entries = []) {
    this.#values = new Map(entries);
    this.#keys = [...this.#values.keys()].sort((one, other) => (one < other ? -1 : 1));
  }

  get(key) {
    return this.#values.get(key);
  }

  /** In the order of their keys. */
  values() {
    return this.#keys.map((key) => this.#values.get(key));
  }

  set(key, value) {
    if (!this.#values.has(key)) {
      this.#keys.splice(this.#place(key), 0, key);
    }

    this.#values.set(key, value);
  }

  delete(key) {
    if (this.#values.delete(key)) {
      this.#keys.splice(this.#place(key), 1);
    }
  }

  /** @returns {boolean} false where the visitor had enough */
  walk(first, last, visit) {
    for (let at = this.#place(first); at < this.#keys.length && !(this.#keys[at] > last); at++) {
      if (visit(this.#values.get(this.#keys[at]), this.#keys[at]) === false) {
        return false;
      }
    }

    return true;
  }

  /** Where the first key stands that is not below another. */
  #place(key) {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#keys[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }

    return low;
  }
}

/** The one that comes later. */
export function greater(one, other) {
  return one > other ? one : other;
}
