import { nextMessage } from './poll.mjs';
import { describeMessage } from './describe-message.mjs';

const defaultTimeout = 60;

/** Locks the next message for the client, which settles it at the location that the answer gives. */
export async function lockNext({ broker, response, query, parts: [entity] }) {
  const queue = broker.queue(entity);
  const found = await nextMessage(queue, { deletes: false, timeout: seconds(query), response });
  if (!found) {
    return { status: 204 };
  }
  const answer = describeMessage(found.message, found.lock);
  const location = `/${encodeURI(queue.name)}/messages/${found.message.seq}/${found.lock.token}`;
  return { status: 201, ...answer, headers: { ...answer.headers, Location: absolute(response, location) } };
}

/** Takes the next message off the queue. */
export async function deleteNext({ broker, response, query, parts: [entity] }) {
  const found = await nextMessage(broker.queue(entity), { deletes: true, timeout: seconds(query), response });
  return found ? { status: 200, ...describeMessage(found.message) } : { status: 204 };
}

function seconds(query) {
  return Math.max(Number(query.get('timeout') ?? defaultTimeout) || 0, 0);
}

function absolute({ req: { headers } }, path) {
  return headers.host ? `http://${headers.host}${path}` : path;
}
