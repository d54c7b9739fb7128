import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A Node program that ends with the test: its standard input is a pipe to us. */
export class Program {
  #child;
  #errors = '';

  constructor(script, args) {
    this.#child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stderr.on('data', (chunk) => {
      this.#errors += chunk;
    });
    this.ended = once(this.#child, 'close').then(([code, signal]) => ({ code, signal, errors: this.#errors }));
  }

  /** What the pattern captures from the first lines of its output that match. */
  async lines(pattern, count = 1) {
    const found = [];
    for await (const line of createInterface({ input: this.#child.stdout })) {
      const match = pattern.exec(line);
      if (match && found.push(match[1]) === count) {
        this.#child.stdout.resume();
        return found;
      }
    }
    const { code, errors } = await this.ended;
    throw new Error(`The program ended with ${code}: ${errors}`);
  }

  endInput() {
    this.#child.stdin.end();
    return this.ended;
  }

  kill(signal) {
    this.#child.kill(signal);
    return this.ended;
  }
}
