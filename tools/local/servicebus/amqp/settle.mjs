import rhea from 'rhea';

import { notSupported, toAmqpError } from '../errors.mjs';

const { message: codec } = rhea;
const reason = 'DeadLetterReason';
const description = 'DeadLetterErrorDescription';

/** Does what a receiver decided about a message and gives the outcome to answer with. */
export async function settle(queue, token, state) {
  try {
    await decisions[state.constructor.composite_type](queue, token, state);
    return codec.accepted();
  } catch (error) {
    return codec.rejected({ error: toAmqpError(error) });
  }
}

const decisions = {
  accepted: (queue, token) => queue.complete(token),
  released: (queue, token) => queue.release(token),
  modified: (queue, token, { undeliverable_here: defers, message_annotations: changed }) => {
    if (defers) {
      throw notSupported('deferred messages');
    }
    refuseChanges(changed);
    return queue.abandon(token);
  },
  rejected: (queue, token, { error }) => {
    const { [reason]: why, [description]: details, ...changed } = error?.info ?? {};
    refuseChanges(changed);
    return queue.deadLetter(token, why, details);
  },
};

/** A receiver may set properties of a message that it gives back; here they would be lost without a word. */
export function refuseChanges(properties) {
  if (Object.keys(properties ?? {}).length > 0) {
    throw notSupported('changing the properties of a message that is settled');
  }
}
