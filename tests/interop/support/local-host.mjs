import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { takePorts } from './ports.mjs';

const built = new URL('../../../artifacts/bin/DtPipeline.LocalHost/debug/DtPipeline.LocalHost.dll', import.meta.url);
const dll = process.env.DTPIPELINE_LOCALHOST ?? fileURLToPath(built);

/** The local host on data and ports of its own, after it has dropped the samples and settled. */
export class LocalHost {
  #child;
  #ports;
  #output = '';

  static async withSamples() {
    const host = new LocalHost();
    host.data = await mkdtemp(join(tmpdir(), 'local-host-'));
    host.#ports = await takePorts();
    host.#start('--samples', '--once', '--now', '2023-07-26T08:00:00+07:00');
    const code = await host.#ended();
    if (code !== 0) {
      throw new Error(`The local host ended with ${code}: ${host.#output}`);
    }
    host.#start();
    await host.#readConnections();
    return host;
  }

  url(path) {
    return `http://127.0.0.1:${this.#ports.http}${path}`;
  }

  async stop() {
    this.#child.kill('SIGINT');
    const code = await this.#ended();
    await this.#ports.release();
    await rm(this.data, { recursive: true });
    return code;
  }

  #start(...options) {
    const args = [dll, '--data', this.data, '--port', String(this.#ports.http), ...options];
    this.#child = spawn('dotnet', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', (chunk) => {
        this.#output += chunk;
      });
    }
  }

  /** The connection strings as it prints them. */
  async #readConnections() {
    for await (const line of createInterface({ input: this.#child.stdout })) {
      const text = line.trim();
      if (text.startsWith('DefaultEndpointsProtocol=')) {
        this.storage = text;
      } else if (text.startsWith('Endpoint=')) {
        this.serviceBus = text;
      } else if (text.endsWith('Ctrl+C stops.')) {
        this.#child.stdout.resume();
        return;
      }
    }
    throw new Error(`The local host ended: ${this.#output}`);
  }

  async #ended() {
    const [code] = await once(this.#child, 'close');
    return code;
  }
}
