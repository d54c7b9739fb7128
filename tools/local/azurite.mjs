import { EventEmitter } from 'node:events';
import { Server } from 'node:http';
import { createRequire } from 'node:module';
import { rmSync, writeFileSync } from 'node:fs';
import { keepByContainer } from './containers.mjs';
import { dispatchByMethod } from './dispatch.mjs';
import { keepExtentsByKey } from './keyed.mjs';
import { keepByPartition } from './partitions.mjs';

// Azurite reads the arguments of this process.
process.argv.push('--skipApiVersionCheck', '--disableTelemetry', '--silent');
const require = createRequire(import.meta.url);

// Of its clients for telemetry, which is off, and for SQL servers nothing is installed (overrides of package.json): they are nine tenths of what it brings. It keeps
// its data in a folder or in memory, whatever server the environment names for another Azurite.
delete process.env.AZURITE_DB;
without('azurite/dist/src/blob/SqlBlobServer.js');

// For each request Azurite reads the templates of all addresses anew, a twentieth of its time.
const templates = inAzurite('uri-templates');
const read = require(templates);
const known = new Map();
require.cache[templates].exports = (template) => known.get(template) ?? known.set(template, read(template)).get(template);

// Every ten minutes Azurite looks for what nobody refers to, and answers nobody for minutes where thousands of blobs have come and gone: at its start will do.
require('azurite/dist/src/blob/utils/constants.js').DEFAULT_GC_INTERVAL_MS = 24 * 60 * 60 * 1_000;
keepByPartition(require('azurite/dist/src/table/persistence/LokiTableMetadataStore.js').default);
keepByContainer(require('azurite/dist/src/blob/persistence/LokiBlobMetadataStore.js').default);
keepExtentsByKey(require('azurite/dist/src/common/persistence/LokiExtentMetadataStore.js').default);
for (const service of ['blob', 'table']) {
  dispatchByMethod((part) => require(`azurite/dist/src/${service}/generated/${part}.js`));
}

// It copies each row of a transaction to count its bytes, and decodes the whole of one to find what stands in its first line.
require('azurite/dist/src/table/utils/utils.js').getUTF8ByteSize = (text) => Buffer.byteLength(text);
const { BatchSerialization } = require('azurite/dist/src/table/batch/BatchSerialization.js');
const { extractBatchBoundary } = BatchSerialization.prototype;
BatchSerialization.prototype.extractBatchBoundary = function extractFromFirstLine(text) {
  const first = text.slice(0, text.indexOf('\n') + 1);
  extractBatchBoundary.call(this, first.startsWith('--batch_') ? first : text);
};

// All that Azurite holds is written anew every five seconds in which something changed: the more it holds and the busier the machine is, the more of its time. It
// rests for twenty times as long as the writing took. What ends it has it write at once.
const Loki = require(inAzurite('lokijs'));
const save = Loki.prototype.saveDatabaseInternal;
Loki.prototype.saveDatabaseInternal = function saveAndRest(...args) {
  const begun = performance.now();
  save.apply(this, args);
  this.ignoreAutosave = true;
  setTimeout(() => { this.ignoreAutosave = false; }, 20 * (performance.now() - begun)).unref();
};

// Azurite keeps metadata in memory and writes it in answer to a signal, which it listens to only once it has started. The first of what ends it, a signal or a
// parent that is gone, ends it once and then; what comes after that comes late.
let close;
process.once = function onceUnlessToEnd(name, listener) {
  if (name !== 'SIGINT' && name !== 'SIGTERM') {
    return EventEmitter.prototype.once.call(this, name, listener);
  }

  close = listener;
  return this;
};
process.on('SIGINT', shutDown).on('SIGTERM', shutDown);

require('azurite/dist/src/azurite.js');

// A parent that was killed reads no more: what is said on the way out must not end this process before its data is written.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => {});
}

// Azurite ends its half of idle connections and waits for the other; a client that keeps them for later leaves them half open for seconds.
const closeServer = Server.prototype.close;
Server.prototype.close = function closeWithConnections(...args) {
  const closing = closeServer.apply(this, args);
  this.closeAllConnections();
  return closing;
};

// XML cannot hold every name: such a one is listed as the service lists it, encoded and marked so. Azurite itself would answer nothing that can be read.
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const xml = require('azurite/dist/src/blob/generated/utils/xml.js');
const stringify = xml.stringifyXML;
xml.stringifyXML = (body, options) => stringify(readable(body), options);

function readable(value, field) {
  if (typeof value === 'string' && notInXml.test(value)) {
    return field === 'Name'
      ? { $: { Encoded: 'true' }, _: encodeURIComponent(value.toWellFormed()) }
      // A marker of where a listing goes on: from a place before it.
      : value.replaceAll(new RegExp(notInXml, 'g'), '\t');
  }

  return Array.isArray(value) ? value.map((item) => readable(item, field))
    : value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
      ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, readable(item, name)]))
      : value;
}

// Who starts us next can see whether all was written.
const running = process.env.AZURITE_RUNNING_FILE;
if (running) {
  writeFileSync(running, '');
  process.on('exit', (code) => code === 0 && rmSync(running, { force: true }));
}

process.stdin.once('end', shutDown).once('error', shutDown).resume().unref?.();

/** The file that a name stands for in Azurite's own code. */
function inAzurite(name) {
  return require.resolve(name, { paths: [require.resolve('azurite/package.json')] });
}

function without(name) {
  const path = inAzurite(name);
  require.cache[path] = { id: path, filename: path, loaded: true, exports: {} };
}

function shutDown() {
  if (close === undefined) {
    setTimeout(shutDown, 50);
    return;
  }

  const first = close;
  close = () => {};
  first();
}
