import { deathCertificate } from '../messages/for-receiver.mjs';
import { toAsciiJson, writeProperties } from './property-headers.mjs';

/** The headers and body that a message has over HTTP. */
export function describeMessage({ message, seq, at, earlier, dead }, lock) {
  const { decoded, properties, timeToLive } = message;
  const brokerProperties = {
    MessageId: message.id,
    Label: decoded.subject,
    CorrelationId: message.correlationId,
    ContentType: decoded.content_type,
    To: decoded.to,
    ReplyTo: decoded.reply_to,
    SessionId: decoded.group_id,
    ReplyToSessionId: decoded.reply_to_group_id,
    DeliveryCount: earlier + 1,
    EnqueuedTimeUtc: new Date(at).toUTCString(),
    SequenceNumber: seq,
    State: 'Active',
    TimeToLive: Number.isFinite(timeToLive) ? timeToLive / 1000 : undefined,
    DeadLetterSource: dead?.source,
    LockToken: lock?.token,
    LockedUntilUtc: lock && new Date(lock.until).toUTCString(),
  };
  return {
    headers: {
      ...writeProperties({ ...properties, ...deathCertificate(dead) }),
      BrokerProperties: toAsciiJson(brokerProperties),
      ...(decoded.content_type && { 'Content-Type': decoded.content_type }),
    },
    body: toBytes(decoded.body),
  };
}

function toBytes(body) {
  const isSection = typeof body?.collect_sections === 'function';
  const parts = isSection && body.multiple ? body.content : [isSection ? body.content : body];
  return Buffer.concat(parts.map(partToBytes));
}

function partToBytes(part) {
  return Buffer.isBuffer(part) ? part : Buffer.from(typeof part === 'string' ? part : JSON.stringify(part ?? null));
}
