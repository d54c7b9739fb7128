// Azurite finds what a blob's bytes are kept as through an index of all that it keeps, into which it counts each that is written. Here they are found by name.

/** @param {{ prototype: object }} Store Azurite's store of where bytes are kept */
export function keepByName(Store) {
  const { init } = Store.prototype;

  Store.prototype.init = async function initByName() {
    await init.call(this);
    const collection = this.db.getCollection(this.EXTENTS_COLLECTION);

    // Nobody asks them any more.
    collection.binaryIndices = {};
    const extents = new Map(collection.data.map((extent) => [extent.id, extent]));
    collection.on('insert', (extent) => extents.set(extent.id, extent));
    collection.on('delete', ({ id }) => extents.delete(id));
    collection.findOne = ({ id }) => extents.get(id) ?? null;
    collection.findAndRemove = ({ id }) => extents.has(id) && collection.remove(extents.get(id));
  };
}
