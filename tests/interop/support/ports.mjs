import { once } from 'node:events';
import { createServer } from 'node:net';

const first = 20_000;
const blocks = 2_000;
const size = 6;

/**
 * Five free ports in a row for one local host, and a sixth that this process listens on for as long, so that no other test on this machine
 * takes the block. The tests in tests/DtPipeline.Pipeline.Tests/Host do the same.
 */
export async function takePorts() {
  for (let i = 0; i < blocks; i++) {
    const http = first + ((process.pid + i) % blocks) * size;
    const guard = await listen(http + size - 1);
    if (guard) {
      const others = await Promise.all(Array.from({ length: size - 1 }, (_, offset) => listen(http + offset)));
      await Promise.all(others.filter(Boolean).map(close));
      if (others.every(Boolean)) {
        return { http, release: () => close(guard) };
      }
      await close(guard);
    }
  }
  throw new Error('No five ports in a row are free.');
}

async function listen(port) {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch {
    return undefined;
  }
}

async function close(server) {
  server.close();
  await once(server, 'close');
}
