import rhea from 'rhea';

import { badRequest } from '../errors.mjs';

const { types } = rhea;

export const codes = {
  header: 0x70,
  deliveryAnnotations: 0x71,
  messageAnnotations: 0x72,
  properties: 0x73,
  applicationProperties: 0x74,
};

/** The sections of an encoded message: of each its code, its typed value and its bytes. */
export function splitSections(encoded) {
  const reader = new types.Reader(encoded);
  const sections = [];
  while (reader.remaining() > 0) {
    const start = reader.position;
    const value = reader.read();
    if (typeof value.descriptor?.value !== 'number') {
      throw badRequest('The message has a section that AMQP does not define.');
    }
    sections.push({ code: value.descriptor.value, value, bytes: encoded.subarray(start, reader.position) });
  }
  return sections.sort((one, other) => one.code - other.code);
}

export function encodeSection(code, value) {
  const writer = new types.Writer();
  writer.write(types.described(types.wrap_ulong(code), value));
  return writer.toBuffer();
}

/** A map section with some entries replaced or added; the others keep their AMQP types. */
export function encodeMap(code, section, entries) {
  const items = section?.value.value ?? [];
  const kept = items.filter((_, index) => !(items[index - (index % 2)].value in entries));
  const wrapKey = code === codes.applicationProperties ? types.wrap_string : types.wrap_symbol;
  const added = Object.entries(entries).flatMap(([key, value]) => [wrapKey(key), value]);
  return encodeSection(code, types.Map32([...kept, ...added]));
}

/** A list section, such as the properties, with its first field set. */
export function encodeListWithFirst(code, section, first) {
  return encodeSection(code, types.List32([first, ...(section?.value.value ?? []).slice(1)]));
}
