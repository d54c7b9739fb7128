import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';

import { TableClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';

import { parseCsv } from './support/csv.mjs';

const yes = ['1', 'có', 'yes'];
const no = ['0', 'không', 'no'];

/** @param running Gives the local host, once it has settled. */
export const storesOf = (running) => describe('the official storage clients read what the pipeline has stored', () => {
  let host;
  let blobs;
  let reports;

  // Those of 2023: a line for each indicator, in its own unit, which needs no reader.
  let plain;
  let published;

  before(async () => {
    host = running();
    blobs = BlobServiceClient.fromConnectionString(host.storage);
    published = JSON.parse(await read('published', '2023-Q2.json'));
    reports = await Promise.all((await names('reports')).map(async (name) => {
      const [organisation, period] = name.split('/');
      const content = await read('reports', name);
      return { name, organisation, period, content, rows: parseCsv(content) };
    }));
    plain = reports.filter(({ name, period }) => name.endsWith('.csv') && period.startsWith('2023-Q'));
  });

  const read = async (container, name) => (await blobs.getContainerClient(container).getBlobClient(name).downloadToBuffer()).toString();

  async function names(container) {
    const found = [];
    for await (const { name } of blobs.getContainerClient(container).listBlobsFlat()) {
      found.push(name);
    }
    return found;
  }

  async function rows(table, filter) {
    const client = TableClient.fromConnectionString(host.storage, table, { allowInsecureConnection: true });
    const found = [];
    for await (const row of client.listEntities({ queryOptions: { filter } })) {
      found.push(row);
    }
    return found;
  }

  /** What a cell of these samples means: a number, undefined for nothing, null for "nothing to report". */
  function meaning(text, unit) {
    const cell = text.trim().toLowerCase();
    if (cell === '' || cell === '-') {
      return undefined;
    }
    if (cell === 'không phát sinh') {
      return null;
    }
    if (unit === 'yes_no') {
      assert.ok(yes.includes(cell) || no.includes(cell), cell);
      return yes.includes(cell) ? 1 : 0;
    }
    return Number(cell.replace(',', '.'));
  }

  test('every cell of every plain file stands in the ledger, and nothing else', async () => {
    const units = new Map(published.indicators.map(({ code, unit }) => [code, unit]));
    const partitions = new Set(plain.map(({ organisation, period }) => `${period}~${organisation}`));
    const expected = plain.flatMap(({ organisation, period, rows }) =>
      rows
        .map(({ indicator, value }) => [indicator, meaning(value, units.get(indicator))])
        .filter(([, value]) => value !== undefined)
        .map(([indicator, value]) => `${period}~${organisation} ${indicator} ${value ?? 'M'}`));

    const stored = await rows('Ledger', "RowKey ge 'obs~' and RowKey lt 'obs~~'");

    const found = stored.filter(({ partitionKey }) => partitions.has(partitionKey)).map(({ partitionKey, rowKey, Value, Status }) => `${partitionKey} ${rowKey.slice('obs~'.length)} ${Value ?? Status}`);
    assert.deepEqual(found.sort(), expected.sort());
    assert.equal(found.length, 3533);
  });

  test('a province\'s row says where its value comes from', async () => {
    const report = reports.find(({ organisation, period }) => organisation === 'P63-14' && period === '2023-Q2');
    const [row] = await rows('Ledger', "PartitionKey eq '2023-Q2~P63-14' and RowKey eq 'obs~GOV-01'");
    const receipt = JSON.parse(await read('receipts', `${report.name}.receipt.json`));

    const index = report.rows.findIndex(({ indicator }) => indicator === 'GOV-01');

    assert.equal(row.Value, yes.includes(report.rows[index].value.toLowerCase()) ? 1 : 0);
    assert.equal(row.FileId, receipt.fileId);
    assert.equal(row.UploadedAt.toISOString(), new Date(receipt.uploadedAt).toISOString());
    assert.equal(JSON.parse(row.Place).row, index + 2);
  });

  test('the yes answers in the files are the published totals', () => {
    const say = (indicator, province) =>
      reports.filter(({ organisation, period, rows }) =>
        period === '2023-Q2'
        && organisation.startsWith('P63-') === province
        && rows.some((row) => row.indicator === indicator && yes.includes(row.value.toLowerCase()))).length;
    const figure = (indicator, group) =>
      published.indicators.find(({ code }) => code === indicator).groups.find((found) => found.group === group).figure;

    for (const [indicator, province, total, owed] of [['GOV-01', true, 36, 63], ['GOV-01', false, 3, 30], ['GOV-02', true, 29, 63], ['GOV-03', true, 31, 63]]) {
      const { value, owed: owing } = figure(indicator, province ? '@provinces' : '@ministries');
      assert.deepEqual([say(indicator, province), value, owing], [total, total, owed], indicator);
    }
  });

  test('the obligations are those of the files', async () => {
    const obligations = await rows('Obligations', "PartitionKey ge '2023-Q2~' and PartitionKey lt '2023-Q2~~'");
    const filed = reports.filter(({ period }) => period === '2023-Q2').map(({ organisation }) => organisation);

    assert.equal(obligations.length, 93);
    for (const { partitionKey, rowKey, State, EffectiveDueDay, FirstAccepted } of obligations) {
      assert.equal(partitionKey, rowKey.startsWith('P63-') ? '2023-Q2~PROV-Q' : '2023-Q2~CENT-Q');
      assert.equal(State, filed.includes(rowKey) ? 'on_time' : 'missing', rowKey);
      assert.equal(FirstAccepted instanceof Date, filed.includes(rowKey), rowKey);
      assert.equal(EffectiveDueDay, '2023-06-26');
    }
  });

  test('the alerts are those that the archive keeps', async () => {
    const alerts = await rows('Alerts');
    const kept = (await names('archive')).filter((name) => name.startsWith('alerts/'));
    const told = await Promise.all(kept.map(async (name) => JSON.parse(await read('archive', name))));

    // How long something is overdue is said when it is shown: the rows of those alerts have no text.
    const found = alerts.map(({ partitionKey, rowKey, State, Severity, MessageVi, MessageEn }) => [rowKey, partitionKey, State, Severity, MessageVi, MessageEn].join(' | '));
    const text = (data, language) => (data.key.startsWith('report.overdue~') ? '' : data.message[language]);
    const expected = told.map(({ data }) => [data.key, data.organisation, 'open', data.severity, text(data, 'vi'), text(data, 'en')].join(' | '));
    assert.ok(told.every(({ data }) => data.message.vi && data.message.en));
    assert.equal(found.length, 18);
    assert.deepEqual(found.sort(), expected.sort());
  });

  test('every file is in the archive byte for byte, and its receipt says so', async () => {
    const archived = (await names('archive')).filter((name) => !/^(alerts|handled|digests|mails|mailed)\//.test(name));
    assert.equal(archived.length, 182);
    assert.equal(reports.length, archived.length);
    await Promise.all(reports.map(async ({ name, organisation, period, content, rows }) => {
      const receipt = JSON.parse(await read('receipts', `${name}.receipt.json`));
      assert.equal(receipt.path, name);
      assert.deepEqual([receipt.status, receipt.organisation, receipt.period], ['accepted', organisation, period], name);
      if (plain.some((report) => report.name === name)) {
        assert.equal(receipt.counts.rows, rows.length, name);
        assert.deepEqual(receipt.faults, []);
      }
      const kept = `${receipt.sha256}/${receipt.fileId}`;
      assert.ok(archived.includes(kept), kept);
      assert.equal(await read('archive', kept), content);
      const { metadata } = await blobs.getContainerClient('archive').getBlobClient(kept).getProperties();
      assert.equal(Buffer.from(metadata.path, 'base64').toString(), name);
    }));
  });

  test('the published period agrees with the ledger', async () => {
    const stored = await rows('Ledger', "PartitionKey ge '2023-Q2~' and PartitionKey lt '2023-Q2~~' and RowKey ge 'obs~' and RowKey lt 'obs~~'");
    const values = Object.fromEntries(published.organisations.map(({ code, values }) => [code, values]));
    for (const { partitionKey, rowKey, Value, Status } of stored) {
      const figure = values[partitionKey.slice('2023-Q2~'.length)][rowKey.slice('obs~'.length)];
      assert.deepEqual([figure.value, figure.status], [Value, Status], `${partitionKey} ${rowKey}`);
    }
  });
});
