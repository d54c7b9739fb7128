// Many brokers in one process, each on a port of its own: a line of JSON on the standard input starts or stops one, and each is answered by a line.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { serve } = await import(pathToFileURL(process.argv[2]));
const running = new Map();

async function carryOut({ start, stop }) {
  if (start) {
    const broker = { isStopped: false };
    // What a broker that is stopped would still write nobody reads.
    const { close } = await serve({ host: '127.0.0.1', ...start }, (error) => {
      if (!broker.isStopped) {
        throw error;
      }
    });
    running.set(start.port, { broker, close });
  } else {
    const { broker, close } = running.get(stop);
    running.delete(stop);
    broker.isStopped = true;
    await close();
  }
}

createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const { id, ...order } = JSON.parse(line);
    const error = await carryOut(order).then(() => undefined, (thrown) => thrown.message);
    console.log(JSON.stringify({ id, error }));
  })
  .on('close', () => process.exit(0));
