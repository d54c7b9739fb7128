import rhea from 'rhea';

import { BrokerError } from '../errors.mjs';
import { acceptMessage } from '../messages/accept.mjs';
import { encodeForReceiver } from '../messages/for-receiver.mjs';
import { fromUuid } from '../messages/lock-token.mjs';

const { types } = rhea;
const typeCodes = { long: 0x81, timestamp: 0x83 };

const operations = {
  'com.microsoft:peek-message': peek,
  'com.microsoft:renew-lock': renewLocks,
  'com.microsoft:schedule-message': schedule,
  'com.microsoft:cancel-scheduled-message': cancelScheduled,
};

/** Does what a client asks of an entity's management node. */
export async function manage(broker, entity, request) {
  const name = request.application_properties?.operation;
  const operation = operations[name];
  if (!operation) {
    throw new BrokerError('amqp:not-implemented', 501, `The operation ${name} is not supported.`);
  }
  return operation(broker, entity, request.body);
}

function peek(broker, entity, body) {
  const from = toNumber(body['from-sequence-number']);
  const found = broker.browse(entity).filter(({ seq }) => seq >= from).slice(0, body['message-count']);
  if (found.length === 0) {
    return { status: 204, description: 'No Content' };
  }
  const messages = found.map((message) => ({ message: types.wrap_binary(encodeForReceiver(message)) }));
  return ok({ messages });
}

function renewLocks(broker, entity, body) {
  const queue = broker.queue(entity);
  const tokens = body['lock-tokens'].map(fromUuid);
  try {
    const expirations = tokens.map((token) => queue.renew(token));
    return ok({ expirations: types.wrap_array(expirations, typeCodes.timestamp) });
  } catch (error) {
    return { status: 410, description: error.message, condition: error.condition };
  }
}

async function schedule(broker, entity, body) {
  const messages = body.messages.map(({ message }) => acceptMessage(message));
  const sequences = await broker.destination(entity).schedule(messages);
  return ok({ 'sequence-numbers': types.wrap_array(sequences, typeCodes.long) });
}

async function cancelScheduled(broker, entity, body) {
  await broker.destination(entity).cancel(body['sequence-numbers'].map(toNumber));
  return ok();
}

function ok(body) {
  return { status: 200, description: 'OK', body };
}

/** rhea leaves a long beyond 53 bits as its bytes. */
function toNumber(value) {
  return Buffer.isBuffer(value) ? Number(value.readBigInt64BE()) : value;
}
