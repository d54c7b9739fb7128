import terminus from 'rhea/lib/terminus.js';

import { notSupported, toAmqpError } from '../errors.mjs';

const descriptors = [0x30, 'amqp:coordinator:list'];
const coordinator = {};
const { unwrap } = terminus;

// rhea does not know this kind of target, would complain on the console and drop it.
terminus.unwrap = (field) => (descriptors.includes(field?.descriptor?.value) ? coordinator : unwrap(field));

/** Whether this is the target of a link on which a client begins and ends transactions. */
export const isCoordinator = (target) => target === coordinator;

/**
 * Answers whoever would begin a transaction that there are none. The link itself is taken: a client that is sending already when its link is
 * refused may say no more than that it is closed.
 */
export function refuseTransactions(receiver) {
  receiver.on('message', ({ delivery }) => delivery.reject(toAmqpError(notSupported('transactions'))));
}
