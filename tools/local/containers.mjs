// Azurite finds a blob by four indexes of all that it has, through which it counts with each blob that is written or goes, and to list a few it asks of every blob of every
// container whether it is one of them, and sorts those for each page. A container that grows is slow so, as the service is not. Here blobs are kept by container, in order.

import { findByKey } from './keyed.mjs';
import { greater, Ordered } from './ordered.mjs';
import { Query } from './query.mjs';

/** @param {{ prototype: object }} Store Azurite's store of blobs */
export function keepByContainer(Store) {
  const { init, listBlobs } = Store.prototype;
  const stores = new WeakMap();

  Store.prototype.init = async function initByContainer(...of) {
    await init.apply(this, of);
    findByKey(this.db.getCollection(this.CONTAINERS_COLLECTION), ({ accountName, name }) => `${accountName}/${name}`);
    const collection = this.db.getCollection(this.BLOBS_COLLECTION);
    const blobs = new Blobs(collection);
    stores.set(this, blobs);
    collection.findOne = (query) => blobs.fitting(query)[0] ?? null;
    collection.count = (query) => blobs.fitting(query).length;
    collection.findAndRemove = (query) => blobs.fitting(query).forEach((blob) => collection.remove(blob));
  };

  Store.prototype.listBlobs = function listByContainer(context, account, container, delimiter, blob, prefix = '', most, marker = '', ...more) {
    const blobs = stores.get(this);
    const ordered = Object.create(this, { db: { value: { getCollection: () => ({ chain: () => new Query((visit) => blobs.walk(account, container, prefix, marker, visit)) }) } } });
    return listBlobs.call(ordered, context, account, container, delimiter, blob, prefix, most, marker, ...more);
  };
}

/** The blobs of all containers, which follow what Azurite puts in its collection and takes out. Under a name there is the blob and what was kept of it before. */
class Blobs {
  #containers = new Map();

  constructor(collection) {
    // Nobody asks them any more.
    collection.binaryIndices = {};
    collection.data.forEach((blob) => this.#put(blob));
    collection.on('insert', (blob) => this.#put(blob));
    collection.on('delete', (blob) => this.#take(blob));
  }

  /** @returns {object[]} those that a query of Azurite means: of a container, of a name there, or of that one moment of it */
  fitting({ accountName, containerName, name, snapshot }) {
    const names = this.#of(accountName, containerName);
    const found = name === undefined ? names.values().flat() : names.get(name) ?? [];
    return found.filter((blob) => snapshot === undefined || (typeof snapshot === 'object' ? blob.snapshot > snapshot.$gt : blob.snapshot === snapshot));
  }

  /** @param {(blob: object) => boolean} visit whether to go on */
  walk(account, container, prefix, marker, visit) {
    this.#of(account, container).walk(greater(prefix, marker), undefined, (blobs, name) => name.startsWith(prefix) && blobs.every(visit));
  }

  /** @returns {Ordered} of a container, by name */
  #of(account, container) {
    const key = `${account}/${container}`;
    return this.#containers.get(key) ?? this.#containers.set(key, new Ordered()).get(key);
  }

  #put(blob) {
    const names = this.#of(blob.accountName, blob.containerName);
    names.set(blob.name, [...(names.get(blob.name) ?? []), blob]);
  }

  #take(blob) {
    const names = this.#of(blob.accountName, blob.containerName);
    const left = names.get(blob.name).filter((other) => other !== blob);
    if (left.length > 0) {
      names.set(blob.name, left);
    } else {
      names.delete(blob.name);
    }
  }
}
