import rhea from 'rhea';

import { entityKey, managementSuffix } from '../addresses.mjs';
import { toAmqpError } from '../errors.mjs';
import { decode } from '../messages/codec.mjs';
import { manage } from './management.mjs';

const { types } = rhea;

export function isService(address) {
  const key = entityKey(address);
  return key === '$cbs' || key.endsWith(managementSuffix);
}

/** Answers requests on the link of the same connection that the client receives replies on. */
export function receiveRequests(broker, receiver, address) {
  const key = entityKey(address);
  const entity = key.slice(0, -managementSuffix.length);
  const respond = key === '$cbs' ? putToken : (request) => manage(broker, entity, request);

  receiver.on('message', async ({ message, delivery }) => {
    try {
      const request = decode(message.encoded);
      const answer = await respond(request).catch(toFailure);
      replyLink(receiver.connection, key, request.reply_to)?.send(toReply(request, answer));
      delivery.accept();
    } catch (error) {
      delivery.reject(toAmqpError(error));
    }
  });
}

async function putToken() {
  return { status: 202, description: 'Accepted' };
}

function toFailure(error) {
  return { status: error.status ?? 500, description: error.message, condition: error.condition };
}

function replyLink(connection, key, replyTo) {
  const serves = (link) => link.source && entityKey(link.source.address ?? '') === key;
  return connection.find_sender((link) => serves(link) && link.target?.address === replyTo) ?? connection.find_sender(serves);
}

function toReply({ message_id, correlation_id }, { status, description, condition, body }) {
  const code = types.wrap_int(status);
  return {
    correlation_id: message_id ?? correlation_id,
    application_properties: {
      statusCode: code,
      'status-code': code,
      statusDescription: description,
      'status-description': description,
      ...(condition && { errorCondition: types.wrap_symbol(condition) }),
    },
    body,
  };
}
