import rhea from 'rhea';

import { BrokerError, toAmqpError } from '../errors.mjs';

const { message: codec } = rhea;

/** Does what a receiver decided about a message and gives the outcome to answer with. */
export async function settle(queue, token, state) {
  try {
    await decide(queue, token, state);
    return codec.accepted();
  } catch (error) {
    return codec.rejected({ error: toAmqpError(error) });
  }
}

function decide(queue, token, state) {
  switch (state.constructor.composite_type) {
    case 'accepted':
      return queue.complete(token);
    case 'rejected':
      return deadLetter(queue, token, state.error);
    case 'modified':
      if (state.undeliverable_here) {
        throw new BrokerError('amqp:not-implemented', 501, 'Messages cannot be deferred.');
      }
      return queue.abandon(token);
    default:
      return queue.abandon(token);
  }
}

function deadLetter(queue, token, error) {
  const info = error?.info ?? {};
  return queue.deadLetter(token, info.DeadLetterReason, info.DeadLetterErrorDescription);
}
