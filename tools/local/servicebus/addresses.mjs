export const deadLetterSuffix = '/$deadletterqueue';
export const managementSuffix = '/$management';

/** The key of an entity: clients differ in case, in the leading slash and in whether they send the whole URI. */
export function entityKey(address) {
  const path = /^[a-z]+:\/\//i.test(address) ? new URL(address).pathname : address;
  return path.replace(/^\/+|\/+$/g, '').toLowerCase();
}
