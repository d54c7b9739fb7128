// Azurite finds what a blob's bytes are kept as through an index of all that it keeps, into which it counts each that is written, and a container among all of its name,
// whosever they are. Here each is found by its key.

/** @param {object} collection of which one is only ever looked for by all that its key is made of */
export function findByKey(collection, keyOf) {
  const found = new Map(collection.data.map((one) => [keyOf(one), one]));
  collection.on('insert', (one) => found.set(keyOf(one), one));
  collection.on('delete', (one) => found.delete(keyOf(one)));
  collection.findOne = (query) => found.get(keyOf(query)) ?? null;
  collection.findAndRemove = (query) => found.has(keyOf(query)) && collection.remove(found.get(keyOf(query)));
}

/** @param {{ prototype: object }} Store Azurite's store of where bytes are kept */
export function keepExtentsByKey(Store) {
  const { init } = Store.prototype;

  Store.prototype.init = async function initByKey() {
    await init.call(this);
    const collection = this.db.getCollection(this.EXTENTS_COLLECTION);

    // Nobody asks them any more.
    collection.binaryIndices = {};
    findByKey(collection, ({ id }) => id);
  };
}
