import { randomUUID } from 'node:crypto';

import rhea from 'rhea';

import { badRequest, tooLarge } from '../errors.mjs';
import { maxMessageSize } from '../limits.mjs';
import { encodeForReceiver } from './for-receiver.mjs';
import { Message } from './message.mjs';
import { codes, encodeListWithFirst } from './sections.mjs';

/** The message in bytes that a client sent; one without an id is given one. */
export function acceptMessage(encoded) {
  if (encoded.length > maxMessageSize) {
    throw tooLarge(maxMessageSize);
  }
  const message = read(encoded);
  return message.decoded.message_id === undefined ? withId(message) : message;
}

function read(encoded) {
  try {
    const message = new Message(encoded);
    // Proof that it can be delivered: a message that fails then would come back for ever.
    encodeForReceiver({ message, seq: 0, at: 0, earlier: 0 });
    return message;
  } catch (error) {
    throw badRequest(`The message cannot be decoded: ${error.message}`);
  }
}

function withId(message) {
  const { sections } = message;
  const properties = sections.find(({ code }) => code === codes.properties);
  const named = encodeListWithFirst(codes.properties, properties, rhea.types.wrap_string(randomUUID()));
  return new Message(
    Buffer.concat([
      ...sections.filter(({ code }) => code < codes.properties).map(({ bytes }) => bytes),
      named,
      ...sections.filter(({ code }) => code > codes.properties).map(({ bytes }) => bytes),
    ]),
  );
}
