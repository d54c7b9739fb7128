import rhea from 'rhea';

import { header } from './codec.mjs';
import { codes, encodeMap, encodeSection } from './sections.mjs';

const { types } = rhea;
const states = { active: 0, scheduled: 2 };

/** The bytes a receiver gets: the sender's, with what the broker knows about the message, such as the `earlier` deliveries of it. */
export function encodeForReceiver({ message, seq, at, earlier, dead, state = 'active' }, lockedUntil) {
  const sections = message.sections;
  const find = (wanted) => sections.find(({ code }) => code === wanted);
  return Buffer.concat([
    encodeHeader(message.decoded, earlier),
    encodeMap(codes.messageAnnotations, find(codes.messageAnnotations), annotations(seq, at, dead, state, lockedUntil)),
    ...sections.filter(({ code }) => code === codes.properties).map(({ bytes }) => bytes),
    ...encodeProperties(find(codes.applicationProperties), dead),
    ...sections.filter(({ code }) => code > codes.applicationProperties).map(({ bytes }) => bytes),
  ]);
}

/** What a dead letter says about its death. */
function deathCertificate(dead) {
  return {
    ...(dead?.reason && { DeadLetterReason: dead.reason }),
    ...(dead?.description && { DeadLetterErrorDescription: dead.description }),
  };
}

function encodeHeader({ durable, priority, ttl, first_acquirer }, deliveryCount) {
  const fields = header({ durable, priority, ttl, first_acquirer, delivery_count: deliveryCount });
  return encodeSection(codes.header, fields.described());
}

function annotations(seq, at, dead, state, lockedUntil) {
  return {
    'x-opt-sequence-number': types.wrap_long(seq),
    'x-opt-enqueued-time': types.wrap_timestamp(at),
    'x-opt-message-state': types.wrap_int(states[state]),
    ...(lockedUntil && { 'x-opt-locked-until': types.wrap_timestamp(lockedUntil) }),
    ...(dead && { 'x-opt-deadletter-source': types.wrap_string(dead.source) }),
  };
}

function encodeProperties(section, dead) {
  const entries = Object.entries(deathCertificate(dead)).map(([name, value]) => [name, types.wrap_string(value)]);
  if (entries.length === 0) {
    return section ? [section.bytes] : [];
  }
  return [encodeMap(codes.applicationProperties, section, Object.fromEntries(entries))];
}
