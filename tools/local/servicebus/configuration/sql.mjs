import { TokenReader } from './sql-tokens.mjs';
import { systemField } from './system-fields.mjs';

/** The simple part of the SQL filter language: comparisons with literals, joined by AND. */
export function compileSql(expression) {
  const reader = new TokenReader(expression);
  const tests = [];
  do {
    tests.push(readComparison(reader));
  } while (reader.skip('AND'));
  if (!reader.atEnd) {
    reader.fail();
  }
  return (message) => tests.every((test) => test(message));
}

function readComparison(reader) {
  const read = property(reader.name());
  if (reader.skip('IS')) {
    const missing = !reader.skip('NOT');
    reader.expect('NULL');
    return (message) => (read(message) ?? null) === null === missing;
  }
  if (reader.skip('IN')) {
    const values = readList(reader);
    return (message) => values.includes(read(message));
  }
  if (reader.skip('<>')) {
    const value = reader.literal();
    // As in SQL, a comparison with a property that is missing is not true.
    return (message) => (read(message) ?? null) !== null && read(message) !== value;
  }
  reader.expect('=');
  const value = reader.literal();
  return (message) => read(message) === value;
}

function readList(reader) {
  reader.expect('(');
  const values = [];
  do {
    values.push(reader.literal());
  } while (reader.skip(','));
  reader.expect(')');
  return values;
}

function property(name) {
  const [, scope, field] = /^(?:(sys|user)\.)?(.+)$/i.exec(name);
  return scope?.toLowerCase() === 'sys' ? systemField(field) : (message) => message.properties[field];
}
