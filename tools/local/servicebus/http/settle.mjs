import { lockLost } from '../errors.mjs';

const actions = {
  DELETE: (queue, token) => queue.complete(token),
  PUT: (queue, token) => queue.abandon(token),
  POST: (queue, token) => queue.renew(token),
};

/** Completes, unlocks or renews the message at a lock's location. */
export async function settleLock({ broker, request, parts: [entity, id, token] }) {
  const queue = broker.queue(entity);
  const { seq, message } = queue.locked(token);
  if (id !== String(seq) && id !== message.id) {
    throw lockLost();
  }
  await actions[request.method](queue, token);
  return { status: 200 };
}
