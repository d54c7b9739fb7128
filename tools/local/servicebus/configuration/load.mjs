import { readFile } from 'node:fs/promises';

import { createFilter } from './filters.mjs';
import { readSettings } from './settings.mjs';

/** Reads a configuration file in the format of Microsoft's own emulator. */
export async function loadConfiguration(path) {
  let document;
  try {
    document = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Error(`The configuration ${path} cannot be read: ${error.message}`);
  }
  const namespaces = document.UserConfig?.Namespaces;
  if (!Array.isArray(namespaces)) {
    throw new Error(`The configuration ${path} has no UserConfig.Namespaces.`);
  }
  return {
    queues: namespaces.flatMap((namespace) => namespace.Queues ?? []).map(readQueue),
    topics: namespaces.flatMap((namespace) => namespace.Topics ?? []).map(readTopic),
  };
}

function readQueue(queue) {
  const name = nameOf(queue, 'A queue');
  return { name, settings: readSettings(queue.Properties, name) };
}

function readTopic(topic) {
  const name = nameOf(topic, 'A topic');
  return {
    name,
    settings: readSettings(topic.Properties, name),
    subscriptions: (topic.Subscriptions ?? []).map((subscription) => readSubscription(subscription, name)),
  };
}

function readSubscription(subscription, topic) {
  const name = `${topic}/subscriptions/${nameOf(subscription, `A subscription of ${topic}`)}`;
  return {
    name,
    settings: readSettings(subscription.Properties, name),
    accepts: createFilter(subscription.Rules ?? [], name),
  };
}

function nameOf(entity, what) {
  if (typeof entity.Name !== 'string' || !entity.Name) {
    throw new Error(`${what} has no Name.`);
  }
  return entity.Name;
}
