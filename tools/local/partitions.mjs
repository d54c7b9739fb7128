// Azurite asks of every row of a table whether it fits a query, sorts all that do for each page, finds a row among all that share its row key, and with each row that it
// replaces counts through two indexes of the whole table. A table that grows is slow so, as the service is not. Here its rows are kept by partition, in order.

import { greater, Ordered } from './ordered.mjs';
import { Query } from './query.mjs';

const literals = /'((?:[^']|'')*)'/g;
const bounds = /(?<!\w)(PartitionKey|RowKey) (eq|ge|gt|le|lt) '(\d+)'/g;

/**
 * @param {string | undefined} filter of OData
 * @returns {{ PartitionKey: [string, string?], RowKey: [string, string?] }} the first and the last key that a row can have that fits it
 */
export function boundsIn(filter) {
  const found = { PartitionKey: ['', undefined], RowKey: ['', undefined] };
  const texts = [];
  const words = (filter ?? '').replaceAll(literals, (_, text) => `'${texts.push(text.replaceAll("''", "'")) - 1}'`);
  if (/\b(or|not)\b/.test(words)) {
    return found;
  }

  for (const [, name, comparison, at] of words.matchAll(bounds)) {
    const [range, key] = [found[name], texts[at]];
    if (!comparison.startsWith('l') && key > range[0]) {
      range[0] = key;
    }

    if (!comparison.startsWith('g') && !(range[1] <= key)) {
      range[1] = key;
    }
  }

  return found;
}

/** @param {{ prototype: object }} Store Azurite's store of tables */
export function keepByPartition(Store) {
  const { getEntityCollection, queryTableEntities } = Store.prototype;
  const tables = new WeakMap();

  Store.prototype.getEntityCollection = function getByPartition(...of) {
    const collection = getEntityCollection.apply(this, of);
    if (!tables.has(collection)) {
      const table = new Table(collection);
      tables.set(collection, table);
      collection.findOne = ({ PartitionKey, RowKey }) => table.row(PartitionKey, RowKey) ?? null;
    }

    return collection;
  };

  Store.prototype.queryTableEntities = function queryByPartition(context, account, table, options, nextPartitionKey, nextRowKey) {
    const { PartitionKey, RowKey } = boundsIn(options.filter);
    const next = [this.decodeContinuationHeader(nextPartitionKey) ?? '', this.decodeContinuationHeader(nextRowKey) ?? ''];
    const ordered = Object.create(this, {
      getEntityCollection: { value: (...of) => ({ chain: () => new Query((visit) => tables.get(this.getEntityCollection(...of)).walk(PartitionKey, RowKey, next, visit)) }) },
    });
    return queryTableEntities.call(ordered, context, account, table, options, nextPartitionKey, nextRowKey);
  };
}

/** The rows of one table, which follows what Azurite puts in its collection and takes out. */
class Table {
  #partitions;

  constructor(collection) {
    // Nobody asks them any more.
    collection.binaryIndices = {};
    const partitions = new Map();
    for (const row of collection.data) {
      (partitions.get(row.PartitionKey) ?? partitions.set(row.PartitionKey, []).get(row.PartitionKey)).push([row.RowKey, row]);
    }

    this.#partitions = new Ordered([...partitions].map(([partition, rows]) => [partition, new Ordered(rows)]));
    collection.on('insert', (row) => this.#put(row));
    collection.on('update', (row) => this.#put(row));
    collection.on('delete', (row) => this.#partitions.get(row.PartitionKey)?.delete(row.RowKey));
  }

  row(partition, key) {
    return this.#partitions.get(partition)?.get(key);
  }

  /** @param {(row: object) => boolean} visit whether to go on */
  walk([firstPartition, lastPartition], [firstRow, lastRow], [nextPartition, nextRow], visit) {
    this.#partitions.walk(greater(firstPartition, nextPartition), lastPartition, (rows, partition) =>
      rows.walk(partition === nextPartition ? greater(firstRow, nextRow) : firstRow, lastRow, visit));
  }

  #put(row) {
    const rows = this.#partitions.get(row.PartitionKey) ?? new Ordered();
    rows.set(row.RowKey, row);
    this.#partitions.set(row.PartitionKey, rows);
  }
}
