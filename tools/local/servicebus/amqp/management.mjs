import rhea from 'rhea';

import { badRequest, notSupported } from '../errors.mjs';
import { acceptMessage } from '../messages/accept.mjs';
import { encodeForReceiver } from '../messages/for-receiver.mjs';
import { fromUuid } from '../messages/lock-token.mjs';
import { refuseChanges } from './settle.mjs';

const { types } = rhea;
const typeCodes = { long: 0x81, timestamp: 0x83 };

const operations = {
  'com.microsoft:peek-message': peek,
  'com.microsoft:renew-lock': renewLocks,
  'com.microsoft:update-disposition': updateDisposition,
  'com.microsoft:schedule-message': schedule,
  'com.microsoft:cancel-scheduled-message': cancelScheduled,
  'com.microsoft:receive-by-sequence-number': () => {
    throw notSupported('deferred messages');
  },
};

const dispositions = {
  completed: (queue, token) => queue.complete(token),
  abandoned: (queue, token) => queue.abandon(token),
  suspended: (queue, token, body) => queue.deadLetter(token, body['deadletter-reason'], body['deadletter-description']),
  // The protocol's own spelling.
  defered: () => {
    throw notSupported('deferred messages');
  },
};

/** Does what a client asks of an entity's management node. */
export async function manage(broker, entity, request) {
  const name = request.application_properties?.operation;
  const operation = operations[name];
  if (!operation) {
    throw notSupported(`the operation ${name}`);
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
  const expirations = lockTokens(queue, body).map((token) => queue.renew(token));
  return ok({ expirations: types.wrap_array(expirations, typeCodes.timestamp) });
}

/** Settles messages for a client that does not hold them on a link of its own, such as one that has lost its connection meanwhile. */
async function updateDisposition(broker, entity, body) {
  const queue = broker.queue(entity);
  const status = body['disposition-status'];
  const settle = dispositions[status];
  if (!settle) {
    throw badRequest(`'${status}' is no disposition.`);
  }
  refuseChanges(body['properties-to-modify']);
  await Promise.all(lockTokens(queue, body).map((token) => settle(queue, token, body)));
  return ok();
}

/** The tokens of a request: all of them hold, or the request is refused. */
function lockTokens(queue, body) {
  const tokens = body['lock-tokens'].map(fromUuid);
  queue.checkLocks(tokens);
  return tokens;
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
