import { badRequest } from '../errors.mjs';
import { acceptMessage } from './accept.mjs';
import { decode } from './codec.mjs';

export const batchFormat = 0x80013700;

/** The messages of a batch: each data section of its body is one of them. */
export function acceptBatch(encoded) {
  const { body } = decode(encoded);
  const contents = body?.multiple ? body.content : [body?.content];
  if (!contents.every(Buffer.isBuffer)) {
    throw badRequest('A batch consists of data sections.');
  }
  return contents.map(acceptMessage);
}
