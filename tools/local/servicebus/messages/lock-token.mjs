/** A lock token is a GUID: .NET writes its first three groups backwards into a delivery tag, AMQP writes a uuid forwards. */
export function toDeliveryTag(token) {
  return reorder(Buffer.from(token.replaceAll('-', ''), 'hex'));
}

export function fromUuid(bytes) {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function reorder(bytes) {
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return bytes;
}
