import { tooLarge } from '../errors.mjs';
import { maxMessageSize } from '../limits.mjs';

/** The whole body; what is beyond the limit is read and thrown away, so that the client gets to see the answer. */
export async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= maxMessageSize) {
      chunks.push(chunk);
    }
  }
  if (size > maxMessageSize) {
    throw tooLarge(maxMessageSize);
  }
  return Buffer.concat(chunks);
}
