const token = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(<>|=|\(|\)|,))/y;

/** The words of an expression, one after another. */
export class TokenReader {
  #text;
  #tokens;

  constructor(text) {
    this.#text = text;
    this.#tokens = this.#split();
  }

  get atEnd() {
    return this.#tokens.length === 0;
  }

  skip(word) {
    const found = this.#tokens[0]?.toUpperCase() === word;
    if (found) {
      this.#tokens.shift();
    }
    return found;
  }

  expect(word) {
    return this.skip(word) || this.fail();
  }

  name() {
    return /^[A-Za-z_]/.test(this.#tokens[0] ?? '') ? this.#tokens.shift() : this.fail();
  }

  literal() {
    const text = this.#tokens.shift() ?? this.fail();
    if (text.startsWith("'")) {
      return text.slice(1, -1).replaceAll("''", "'");
    }
    if (/^(true|false)$/i.test(text)) {
      return text.toLowerCase() === 'true';
    }
    return /^-?\d/.test(text) ? Number(text) : this.fail();
  }

  fail() {
    throw new Error(
      `the expression "${this.#text}" is beyond this broker, which knows =, <>, IN, IS NULL and IS NOT NULL ` +
        'with literals, joined by AND.',
    );
  }

  #split() {
    const tokens = [];
    const text = this.#text.trimEnd();
    token.lastIndex = 0;
    while (token.lastIndex < text.length) {
      const found = token.exec(text) ?? this.fail();
      tokens.push(found[0].trim());
    }
    return tokens;
  }
}
