/** What Azurite asks of a collection for a page: what is walked is in order already and within what it looks for, so that it is walked only until there is enough. */
export class Query {
  #walk;
  #conditions = [];
  #passed = 0;
  #most = Infinity;

  /** @param {(visit: (one: object) => boolean) => void} walk goes on as long as it is told to */
  constructor(walk) {
    this.#walk = walk;
  }

  find() {
    return this;
  }

  where(condition) {
    this.#conditions.push(condition);
    return this;
  }

  sort() {
    return this;
  }

  offset(passed) {
    this.#passed = passed;
    return this;
  }

  limit(most) {
    this.#most = most;
    return this;
  }

  data() {
    const found = [];
    let passed = 0;
    this.#walk((one) => {
      if (this.#conditions.every((fits) => fits(one)) && passed++ >= this.#passed) {
        found.push(one);
      }

      return found.length < this.#most;
    });
    return found;
  }
}
