import { parseDuration } from './duration.mjs';

const unsupported = ['RequiresSession', 'ForwardTo', 'ForwardDeadLetteredMessagesTo'];

/** The settings of a queue, topic or subscription, with the service's own defaults. */
export function readSettings(properties = {}, name) {
  const refused = unsupported.find((property) => properties[property]);
  if (refused) {
    throw new Error(`${name}: ${refused} is not supported.`);
  }
  const duration = (property, otherwise) => {
    try {
      return properties[property] === undefined ? otherwise : parseDuration(properties[property]);
    } catch (error) {
      throw new Error(`${name}: ${property}: ${error.message}`);
    }
  };
  const maxDeliveries = properties.MaxDeliveryCount ?? 10;
  if (!Number.isInteger(maxDeliveries) || maxDeliveries < 1) {
    throw new Error(`${name}: MaxDeliveryCount must be a whole number of at least 1.`);
  }
  return {
    lockDuration: duration('LockDuration', 60_000),
    timeToLive: duration('DefaultMessageTimeToLive', Infinity),
    maxDeliveries,
    deadLettersExpired: properties.DeadLetteringOnMessageExpiration === true,
    duplicateWindow: properties.RequiresDuplicateDetection ? duration('DuplicateDetectionHistoryTimeWindow', 600_000) : 0,
  };
}
