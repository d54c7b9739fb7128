import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';

import { Program } from './support/process.mjs';
import { until } from './support/until.mjs';

const script = fileURLToPath(new URL('../../tools/local/azurite.mjs', import.meta.url));

// Of another Azurite on this machine: ours does not ask it.
process.env.AZURITE_DB = 'mysql://nobody@127.0.0.1:1/none';

const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

test('a query answers the rows that fit it in order, page by page, whatever came, changed and went; what was stored just before the parent ended is there after a restart', { timeout: 180_000 }, async (context) => {
  const directory = await mkdtemp(join(tmpdir(), 'azurite-'));
  let { program, table, container } = await start(directory);
  context.after(async () => {
    await program.endInput();
    await rm(directory, { recursive: true, force: true });
  });
  await table.createTable();

  const stored = new Map();
  const partitions = ['2024-Q1~A', '2024-Q1~B', '2024-Q1~b', '2024-Q1~Đ', "2024-Q1~it's", '2024-Q2~A', '2024-Q2~or', '2024', '10', '9', 'head', 'open'];
  for (const [at, partitionKey] of partitions.entries()) {
    for (const chunk of [2, 0, 1]) {
      await submit('create', Array.from({ length: 7 * (at + 1) }, (_, n) => ({ partitionKey, rowKey: `${chunk}~${n % 5}~${n}`, value: n })));
    }
  }

  await submit('delete', [{ partitionKey: 'head', rowKey: '0~0~5' }, { partitionKey: 'head', rowKey: '2~4~9' }]);
  await submit('upsert', [{ partitionKey: 'head', rowKey: '0~0~10', value: 1000 }, { partitionKey: 'head', rowKey: '0~0~5', value: 1001 }, { partitionKey: 'head', rowKey: '9', value: 1002 }]);
  await submit('update', [{ partitionKey: '10', rowKey: '1~0~0', value: 1003 }, { partitionKey: '10', rowKey: '1~1~1', value: 1004 }]);
  const refused = [['update', { partitionKey: '9', rowKey: '0~0~0', value: -1 }], ['delete', { partitionKey: '9', rowKey: '0~1~1' }], ['create', { partitionKey: '9', rowKey: 'new' }], ['create', { partitionKey: '9', rowKey: '0~2~2' }]];
  await assert.rejects(table.submitTransaction(refused), { statusCode: 409 });
  await agree();

  await container.create();
  await container.getBlockBlobClient('report.csv').upload('a;b', 3);
  await submit('create', [{ partitionKey: 'last', rowKey: '0', value: 1.5 }]);
  const { code, errors } = await program.endInput();
  assert.deepEqual({ code, errors }, { code: 0, errors: '' });
  ({ program, table, container } = await start(directory));
  await agree();
  assert.equal((await container.getBlockBlobClient('report.csv').downloadToBuffer()).toString(), 'a;b');

  // By itself too, and after it has rested from that once more.
  for (const rowKey of ['written', 'written again']) {
    await submit('create', [{ partitionKey: 'last', rowKey, value: 2 }]);
    await until(async () => (await readFile(join(directory, '__azurite_db_table__.json'), 'utf8')).includes(`"${rowKey}"`));
  }

  async function submit(action, entities) {
    await table.submitTransaction(entities.map((entity) => [action, entity]));
    for (const { partitionKey, rowKey, value } of entities) {
      stored[action === 'delete' ? 'delete' : 'set'](`${partitionKey}\n${rowKey}`, { partitionKey, rowKey, value });
    }
  }

  async function agree() {
    const all = [...stored.values()].sort((one, other) => (one.partitionKey < other.partitionKey || (one.partitionKey === other.partitionKey && one.rowKey < other.rowKey) ? -1 : 1));
    for (const [filter, fits] of [
      [undefined, () => true],
      ["PartitionKey eq '2024-Q1~B'", (r) => r.partitionKey === '2024-Q1~B'],
      ["PartitionKey eq '2024-Q1~it''s' and value ge 3", (r) => r.partitionKey === "2024-Q1~it's" && r.value >= 3],
      ["PartitionKey ge '2024-Q1~' and PartitionKey lt '2024-Q1~~' and RowKey ge '1~' and RowKey lt '2~'", (r) => r.partitionKey >= '2024-Q1~' && r.partitionKey < '2024-Q1~~' && r.rowKey >= '1~' && r.rowKey < '2~'],
      ["PartitionKey gt '2024-Q1~A' and PartitionKey le 'head'", (r) => r.partitionKey > '2024-Q1~A' && r.partitionKey <= 'head'],
      ["PartitionKey ge '10' and PartitionKey lt '9'", (r) => r.partitionKey >= '10' && r.partitionKey < '9'],
      ["PartitionKey ge 'x' and PartitionKey lt 'a'", () => false],
      ["PartitionKey eq 'none'", () => false],
      ["PartitionKey eq '10' and RowKey eq '1~0~0'", (r) => r.partitionKey === '10' && r.rowKey === '1~0~0'],
      ["PartitionKey eq 'head' and PartitionKey eq 'open'", () => false],
      ["PartitionKey eq 'open' or RowKey eq '0~0~0'", (r) => r.partitionKey === 'open' || r.rowKey === '0~0~0'],
      ["not (PartitionKey eq 'open')", (r) => r.partitionKey !== 'open'],
    ]) {
      const found = [];
      for await (const page of table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: 37 })) {
        found.push(...page.map(({ partitionKey, rowKey, value }) => ({ partitionKey, rowKey, value })));
      }

      assert.deepEqual(found, all.filter(fits), filter);
    }
  }
});

test('blobs are listed in order, page by page and folder by folder, whatever came, changed and went, and found after a restart', { timeout: 180_000 }, async (context) => {
  const directory = await mkdtemp(join(tmpdir(), 'azurite-'));
  let { program, container, other } = await start(directory);
  context.after(async () => {
    await program.endInput();
    await rm(directory, { recursive: true, force: true });
  });
  await container.create();
  await other.create();

  const stored = new Map();
  const names = ['P34-01', 'P34-1', 'p34-01', 'P34-01.x', 'Đ', 'a+b(c)', '2024'].flatMap((folder) => [folder, ...['2024-Q1', '2024-Q2', 'x'].flatMap((period) => [2, 10, 1].map((n) => `${folder}/${period}/báo cáo ${n}.csv`))]);
  for (const name of names.toReversed()) {
    await write(name, `first ${name}`);
    await other.getBlockBlobClient(name).upload('of another', 10);
  }

  for (const name of names.filter((_, at) => at % 3 === 0)) {
    await write(name, `second ${name}`);
  }

  for (const name of names.filter((_, at) => at % 5 === 1)) {
    await container.getBlockBlobClient(name).delete();
    stored.delete(name);
  }

  // What was kept of one before is listed with it, found by its moment, and goes with it.
  const before = container.getBlockBlobClient(names[2]);
  const { snapshot } = await before.createSnapshot();
  await write(names[2], 'third');
  await assert.rejects(before.delete(), { statusCode: 409 });
  assert.equal((await before.withSnapshot(snapshot).downloadToBuffer()).toString(), `first ${names[2]}`);
  assert.deepEqual((await allOf(container.listBlobsFlat({ prefix: names[2], includeSnapshots: true }))).map((b) => [b.name, b.snapshot]), [[names[2], snapshot], [names[2], undefined]]);
  await before.delete({ deleteSnapshots: 'only' });
  await assert.rejects(before.withSnapshot(snapshot).downloadToBuffer(), { statusCode: 404 });

  // One that nobody has committed is none, and is made of its blocks.
  await container.getBlockBlobClient('blocks').stageBlock('YQ==', 'in blocks', 9);
  await agree();
  await container.getBlockBlobClient('blocks').commitBlockList(['YQ==']);
  stored.set('blocks', 'in blocks');
  await agree();
  await other.delete();
  assert.equal(await other.exists(), false);
  await assert.rejects(other.getBlockBlobClient('late').upload('x', 1), { statusCode: 404, code: 'ContainerNotFound' });
  const { code, errors } = await program.endInput();
  assert.deepEqual({ code, errors }, { code: 0, errors: '' });
  ({ program, container, other } = await start(directory));
  await write('after', 'a restart');
  await agree();
  assert.equal(await other.exists(), false);

  async function write(name, content) {
    await container.getBlockBlobClient(name).upload(content, Buffer.byteLength(content));
    stored.set(name, content);
  }

  async function agree() {
    const all = [...stored.keys()].sort((one, another) => (one < another ? -1 : 1));
    for (const prefix of [undefined, 'P34-01', 'P34-01/', 'P34-01/2024', 'a+b(c)/', 'none', '2024', 'x']) {
      const fitting = all.filter((name) => name.startsWith(prefix ?? ''));
      const flat = [];
      for await (const page of container.listBlobsFlat({ prefix }).byPage({ maxPageSize: 7 })) {
        assert.ok(page.segment.blobItems.length <= 7);
        flat.push(...page.segment.blobItems.map((b) => b.name));
      }

      assert.deepEqual(flat, fitting, prefix);
      const folders = await allOf(container.listBlobsByHierarchy('/', { prefix }));
      assert.deepEqual(folders.map((b) => b.name).sort(), [...new Set(fitting.map((name) => name.slice(0, (name.indexOf('/', prefix?.length ?? 0) + 1) || name.length)))].sort(), prefix);
    }

    for (const [name, content] of stored) {
      assert.equal((await container.getBlockBlobClient(name).downloadToBuffer()).toString(), content);
    }
  }
});

test('a signal and the end of the parent end it together', { timeout: 180_000 }, async (context) => {
  for (const signal of ['SIGTERM', 'SIGINT']) {
    const directory = await mkdtemp(join(tmpdir(), 'azurite-'));
    context.after(() => rm(directory, { recursive: true, force: true }));
    const { program } = await start(directory);
    program.kill(signal);
    const { code, errors } = await program.endInput();
    assert.deepEqual({ code, errors }, { code: 0, errors: '' }, signal);
  }
});

async function start(location) {
  const program = new Program(script, ['--location', location, '--blobPort', '0', '--queuePort', '0', '--tablePort', '0']);
  const [blobs, tables] = await program.lines(/^Azurite (?:Blob|Table) service is successfully listening at (\S+)$/, 2);
  const service = new BlobServiceClient(`${blobs}/${account}`, new StorageSharedKeyCredential(account, key));
  const table = new TableClient(`${tables}/${account}`, 'values', new AzureNamedKeyCredential(account, key), { allowInsecureConnection: true });
  return { program, container: service.getContainerClient('reports'), other: service.getContainerClient('receipts'), table };
}

async function allOf(listed) {
  const found = [];
  for await (const item of listed) {
    found.push(item);
  }

  return found;
}
