import { parseArgs } from 'node:util';

import { serve } from './serve.mjs';

const usage = 'Usage: main.mjs --port N --config FILE --data DIR [--host ADDRESS] [--exit-with-stdin]';

async function run() {
  const options = readOptions();
  const served = await serve(options, fail);
  stopOn(options.exitWithStdin, async () => {
    await served.close();
    process.exit(0);
  });
  console.log(`listening on ${options.host}:${served.port}`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      config: { type: 'string' },
      data: { type: 'string' },
      'exit-with-stdin': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!values.config || !values.data || !/^\d+$/.test(values.port ?? '') || port > 65535) {
    throw new Error(usage);
  }
  return { ...values, port, exitWithStdin: values['exit-with-stdin'] };
}

function stopOn(exitWithStdin, stop) {
  if (exitWithStdin) {
    // Ctrl+C reaches the whole group: the parent settles what it has in hand and goes first, and this follows it.
    for (const signal of ['SIGTERM', 'SIGINT']) {
      process.on(signal, () => {});
    }
    process.stdin.once('end', stop).once('error', stop).resume();
  } else {
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  }
}

function fail(error) {
  console.error(error.message);
  process.exit(1);
}

run().catch(fail);
