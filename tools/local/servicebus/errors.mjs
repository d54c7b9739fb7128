import { entityPath } from './addresses.mjs';

/** A refusal as AMQP writes it: an error condition, and the status of an answer to a request. */
export class BrokerError extends Error {
  constructor(condition, status, message) {
    super(message);
    this.condition = condition;
    this.status = status;
  }
}

export const lockLost = () =>
  new BrokerError('com.microsoft:message-lock-lost', 410, 'The lock is gone: it expired, or the message was settled.');

export const entityNotFound = (address) =>
  new BrokerError('amqp:not-found', 404, `The messaging entity '${entityPath(address)}' could not be found.`);

export const tooLarge = (limit) =>
  new BrokerError('amqp:link:message-size-exceeded', 413, `A message or batch may have at most ${limit} bytes.`);

export const badRequest = (message) => new BrokerError('amqp:invalid-field', 400, message);

export const notSupported = (what) =>
  new BrokerError('amqp:not-implemented', 501, `The local Service Bus does not support ${what}.`);

/** The error as AMQP writes it. */
export const toAmqpError = (error) => ({ condition: error.condition ?? 'amqp:internal-error', description: error.message });
