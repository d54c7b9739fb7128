import { mkdir } from 'node:fs/promises';

import { Broker } from './broker/broker.mjs';
import { Ledger } from './broker/ledger.mjs';
import { loadConfiguration } from './configuration/load.mjs';
import { Listener } from './listener.mjs';

/**
 * A broker on a port, with its journal in a folder.
 * `fail` is told when the journal can no longer be written. The answer has the port, and `close`, which ends all connections and closes the journal.
 */
export async function serve({ port, host, config, data }, fail) {
  const configuration = await loadConfiguration(config);

  // The port comes before the data: a second broker started by mistake stops here and never touches the first one's journal.
  const listener = new Listener();
  const opened = await listener.open(port, host);

  await mkdir(data, { recursive: true });
  const ledger = await Ledger.open(data, fail);
  const broker = new Broker(configuration, ledger);
  await ledger.compact();
  broker.start();
  listener.serve(broker);
  return {
    port: opened,
    close: async () => {
      listener.close();
      await ledger.close();
    },
  };
}
