import { setTimeout } from 'node:timers/promises';

const interval = 20;

/** Asks again until the answer is yes; the test's own timeout ends a wait in vain. */
export async function until(condition) {
  for (;;) {
    const answer = await condition();
    if (answer) {
      return answer;
    }
    await setTimeout(interval);
  }
}

/** Receives exactly `count` messages, however many calls it takes. */
export async function receive(receiver, count) {
  const messages = [];
  while (messages.length < count) {
    messages.push(...(await receiver.receiveMessages(count - messages.length)));
  }
  return messages;
}
