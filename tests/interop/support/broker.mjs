import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ServiceBusClient } from '@azure/service-bus';

import { Program } from './process.mjs';

const local = new URL('../../../tools/local/', import.meta.url);
const script = fileURLToPath(new URL('servicebus/main.mjs', local));
const shippedConfiguration = fileURLToPath(new URL('servicebus.config.json', local));

/** The broker of this repository on a free port, with data of its own. */
export class TestBroker {
  static script = script;
  #program;

  static async start(configuration) {
    const broker = new TestBroker();
    broker.directory = await mkdtemp(join(tmpdir(), 'broker-'));
    broker.configuration = shippedConfiguration;
    if (configuration) {
      broker.configuration = join(broker.directory, 'config.json');
      await writeFile(broker.configuration, JSON.stringify(configuration));
    }
    try {
      await broker.run();
    } catch (error) {
      await rm(broker.directory, { recursive: true });
      throw error;
    }
    return broker;
  }

  async run() {
    const data = join(this.directory, 'data');
    this.#program = new Program(script, ['--port', '0', '--config', this.configuration, '--data', data, '--exit-with-stdin']);
    const [port] = await this.#program.lines(/^listening on 127\.0\.0\.1:(\d+)$/);
    this.port = Number(port);
    this.url = `http://127.0.0.1:${port}`;
  }

  connect() {
    const secret = 'SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE';
    return new ServiceBusClient(`Endpoint=sb://127.0.0.1:${this.port};${secret};UseDevelopmentEmulator=true;`, {
      retryOptions: { maxRetries: 0, timeoutInMs: 10_000 },
    });
  }

  async counts(entity) {
    const { entities } = await (await fetch(`${this.url}/health`)).json();
    return entities[entity];
  }

  kill() {
    return this.#program.kill('SIGKILL');
  }

  async restart() {
    await this.kill();
    await this.run();
  }

  async stop() {
    const ended = await this.#program.endInput();
    await rm(this.directory, { recursive: true });
    return ended;
  }
}
