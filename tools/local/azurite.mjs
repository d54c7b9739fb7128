import { Server } from 'node:http';
import { createRequire } from 'node:module';

// Azurite reads the arguments of this process.
process.argv.push('--skipApiVersionCheck', '--disableTelemetry', '--silent');
createRequire(import.meta.url)('azurite/dist/src/azurite.js');

// A parent that was killed reads no more: what is said on the way out must not end this process before its data is written.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => {});
}

// Azurite ends its half of idle connections and waits for the other; a client that keeps them for later leaves them half open for seconds.
const close = Server.prototype.close;
Server.prototype.close = function closeWithConnections(...args) {
  const closing = close.apply(this, args);
  this.closeAllConnections();
  return closing;
};

process.stdin.once('end', shutDown).once('error', shutDown).resume().unref?.();

/** Azurite keeps metadata in memory and writes it in answer to a signal, which it listens to only once it has started. */
function shutDown() {
  if (!process.emit('SIGTERM')) {
    setTimeout(shutDown, 50);
  }
}
