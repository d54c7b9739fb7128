const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/** Headers that speak about the request or the answer and never about the message. */
const reserved = new Set([
  'authorization', 'brokerproperties', 'cache-control', 'connection', 'content-encoding', 'content-length', 'content-type', 'cookie',
  'date', 'expect', 'forwarded', 'host', 'if-match', 'keep-alive', 'location', 'origin', 'pragma', 'priority', 'referer',
  'request-id', 'server', 'te', 'trailer', 'traceparent', 'tracestate', 'transfer-encoding', 'upgrade', 'user-agent', 'via',
]);

/** The application properties among the headers, each a JSON value under a name in the sender's own case. */
export function readProperties(rawHeaders) {
  const properties = {};
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (!isReserved(rawHeaders[index])) {
      properties[rawHeaders[index]] = parseValue(rawHeaders[index + 1]);
    }
  }
  return properties;
}

/** The headers for application properties; HTTP has no place for a name that is not a token. */
export function writeProperties(properties) {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => token.test(name) && !isReserved(name))
      .map(([name, value]) => [name, toAsciiJson(plain(value))]),
  );
}

/** JSON in the characters a header may have. */
export function toAsciiJson(value) {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isReserved(name) {
  const lower = name.toLowerCase();
  return reserved.has(lower) || lower.startsWith('accept') || lower.startsWith('sec-') || lower.startsWith('x-ms-');
}

function parseValue(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function plain(value) {
  if (value instanceof Date) {
    return value.toUTCString();
  }
  return Buffer.isBuffer(value) ? value.toString('base64') : (value ?? null);
}
