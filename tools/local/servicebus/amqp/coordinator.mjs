import terminus from 'rhea/lib/terminus.js';

const descriptors = [0x30, 'amqp:coordinator:list'];
const coordinator = {};
const { unwrap } = terminus;

// rhea does not know this kind of target, would complain on the console and drop it.
terminus.unwrap = (field) => (descriptors.includes(field?.descriptor?.value) ? coordinator : unwrap(field));

/** Whether this is the target of a link on which a client begins and ends transactions. */
export const isCoordinator = (target) => target === coordinator;
