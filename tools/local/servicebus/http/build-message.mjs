import rhea from 'rhea';

import { badRequest } from '../errors.mjs';
import { acceptMessage } from '../messages/accept.mjs';
import { dataSection, encode } from '../messages/codec.mjs';

const { types } = rhea;

/** The AMQP message for what came over HTTP. */
export function buildMessage(broker, properties, body) {
  const annotations = scheduleAnnotations(broker);
  return acceptMessage(
    encode({
      ...(broker.TimeToLive !== undefined && { ttl: milliseconds(broker.TimeToLive) }),
      ...(annotations && { message_annotations: annotations }),
      ...textFields(broker),
      application_properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, typed(value)])),
      body: dataSection(body),
    }),
  );
}

function textFields({ MessageId, Label, CorrelationId, ContentType, To, ReplyTo, SessionId, ReplyToSessionId }) {
  const fields = {
    message_id: MessageId,
    subject: Label,
    correlation_id: CorrelationId,
    content_type: ContentType,
    to: To,
    reply_to: ReplyTo,
    group_id: SessionId,
    reply_to_group_id: ReplyToSessionId,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]),
  );
}

function milliseconds(seconds) {
  if (typeof seconds !== 'number' || !(seconds > 0)) {
    throw badRequest('TimeToLive is a number of seconds above zero.');
  }
  return Math.min(Math.round(seconds * 1000), 0xffffffff);
}

function scheduleAnnotations({ ScheduledEnqueueTimeUtc: text }) {
  if (text === undefined) {
    return undefined;
  }
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw badRequest('ScheduledEnqueueTimeUtc is not a time.');
  }
  return { 'x-opt-scheduled-enqueue-time': types.wrap_timestamp(time) };
}

function typed(value) {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? types.wrap_long(value) : types.wrap_double(value);
  }
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : value;
}
