import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';

import { Program } from './support/process.mjs';

const script = fileURLToPath(new URL('../../tools/local/azurite.mjs', import.meta.url));
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

test('what was stored just before the parent ended is there after a restart', { timeout: 180_000 }, async () => {
  const directory = await mkdtemp(join(tmpdir(), 'azurite-'));
  const first = await start(directory);
  await first.container.create();
  await first.container.getBlockBlobClient('report.csv').upload('a;b', 3);
  await first.table.createTable();
  await first.table.createEntity({ partitionKey: 'P', rowKey: 'R', value: 1.5 });
  const { code, errors } = await first.program.endInput();
  assert.deepEqual({ code, errors }, { code: 0, errors: '' });

  const second = await start(directory);
  const blob = await second.container.getBlockBlobClient('report.csv').downloadToBuffer();
  const { value } = await second.table.getEntity('P', 'R');
  await second.program.endInput();
  await rm(directory, { recursive: true });

  assert.equal(blob.toString(), 'a;b');
  assert.equal(value, 1.5);
});

async function start(location) {
  const program = new Program(script, ['--location', location, '--blobPort', '0', '--queuePort', '0', '--tablePort', '0']);
  const [blobs, tables] = await program.lines(/^Azurite (?:Blob|Table) service is successfully listening at (\S+)$/, 2);
  const service = new BlobServiceClient(`${blobs}/${account}`, new StorageSharedKeyCredential(account, key));
  const table = new TableClient(`${tables}/${account}`, 'values', new AzureNamedKeyCredential(account, key), { allowInsecureConnection: true });
  return { program, container: service.getContainerClient('reports'), table };
}
