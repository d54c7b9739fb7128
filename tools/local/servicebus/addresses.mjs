export const deadLetterSuffix = '/$deadletterqueue';
export const managementSuffix = '/$management';

/** The path of an entity: clients differ in the leading slash and in whether they send the whole URI. */
export function entityPath(address) {
  const path = /^[a-z]+:\/\//i.test(address) ? new URL(address).pathname : address;
  return path.replace(/^\/+|\/+$/g, '');
}

/** The key of an entity, whatever the case in which a client writes its path. */
export function entityKey(address) {
  return entityPath(address).toLowerCase();
}
