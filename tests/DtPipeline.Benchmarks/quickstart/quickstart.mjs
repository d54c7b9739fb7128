// The function that quickstarts show, in JavaScript: the blob is read by csv-parse, and each record upserted. It is told on its standard input
// what to take ("take {quarter} {first organisation} {count}"), one file after the other, and answers
// "{seconds} {seconds of the processor} {files} {observations} 0 {peak}".
import { createInterface } from 'node:readline';

import { TableClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import { parse } from 'csv-parse/sync';

const [, storage, , , atOnce] = process.argv.slice(2);
const periods = ['2022-Q4', '2024-Q1', '2024-Q2'];
const reports = BlobServiceClient.fromConnectionString(storage).getContainerClient('reports');
const table = TableClient.fromConnectionString(storage, `UpsertsOfNode${atOnce}`, { allowInsecureConnection: true });
await table.createTable();

for await (const order of createInterface({ input: process.stdin })) {
  const [quarter, first, count] = order.split(' ').slice(1).map(Number);
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  let observations = 0;
  for (let number = first + 1; number <= first + count; number += 1) {
    observations += await take(`O-${String(number).padStart(4, '0')}`, periods[quarter]);
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(before);
  console.log(`${seconds.toFixed(6)} ${((user + system) / 1e6).toFixed(6)} ${count} ${observations} 0 ${process.resourceUsage().maxRSS * 1024}`);
}

async function take(organisation, period) {
  const content = await reports.getBlobClient(`${organisation}/${period}/bao-cao.csv`).downloadToBuffer();
  const records = parse(content, { columns: true });
  for (let at = 0; at < records.length; at += Number(atOnce)) {
    await Promise.all(
      records.slice(at, at + Number(atOnce)).map(({ indicator, value }) =>
        table.upsertEntity({ partitionKey: `${period}~${organisation}`, rowKey: indicator, Value: Number(value) }, 'Replace'),
      ),
    );
  }
  return records.length;
}
