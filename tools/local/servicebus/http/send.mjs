import { badRequest } from '../errors.mjs';
import { readBody } from './body.mjs';
import { buildMessage } from './build-message.mjs';
import { readProperties } from './property-headers.mjs';

const batchType = 'application/vnd.microsoft.servicebus.json';

/** Sends one message, or all messages of a JSON batch. */
export async function postMessages({ broker, request, parts: [entity] }) {
  const destination = broker.destination(entity);
  const body = await readBody(request);
  const contentType = request.headers['content-type'];
  await destination.send(isBatch(contentType) ? readBatch(body) : [readMessage(request, contentType, body)]);
  return { status: 201 };
}

function isBatch(contentType = '') {
  return contentType.split(';')[0].trim().toLowerCase() === batchType;
}

function readMessage(request, contentType, body) {
  const header = request.headers.brokerproperties;
  const brokerProperties = header ? parse(header, 'the header BrokerProperties') : {};
  return buildMessage({ ContentType: contentType, ...brokerProperties }, readProperties(request.rawHeaders), body);
}

function readBatch(body) {
  const entries = parse(body.toString('utf8'), 'the batch');
  if (!Array.isArray(entries) || !entries.every((entry) => typeof entry?.Body === 'string')) {
    throw badRequest('A batch is a JSON array of messages, each with a Body of text.');
  }
  return entries.map(({ Body, IsBodyBase64, BrokerProperties, UserProperties }) =>
    buildMessage(BrokerProperties ?? {}, UserProperties ?? {}, Buffer.from(Body, IsBodyBase64 ? 'base64' : 'utf8')),
  );
}

function parse(text, what) {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`There is no valid JSON in ${what}.`);
  }
}
