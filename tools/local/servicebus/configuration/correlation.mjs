import { systemField } from './system-fields.mjs';

/** A correlation filter: every field and property named must be equal. */
export function compileCorrelation({ Properties = {}, ...fields }) {
  const tests = Object.entries(fields).map(([name, expected]) => {
    const read = systemField(name);
    return (message) => read(message) === expected;
  });
  for (const [name, expected] of Object.entries(Properties)) {
    tests.push((message) => message.properties[name] === expected);
  }
  if (tests.length === 0) {
    throw new Error('the correlation filter is empty.');
  }
  return (message) => tests.every((test) => test(message));
}
