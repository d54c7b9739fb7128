import assert from 'node:assert/strict';
import { appendFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';

import { TestBroker } from './support/broker.mjs';
import { testConfiguration } from './support/configuration.mjs';
import { receive } from './support/until.mjs';

describe('what was acknowledged outlives the process', { timeout: 120_000 }, () => {
  let broker;
  let client;

  beforeEach(async () => {
    broker = await TestBroker.start(testConfiguration());
    client = broker.connect();
  });

  afterEach(async () => {
    await client.close();
    await broker.stop();
  });

  async function crash() {
    await broker.restart();
    await client.close();
    client = broker.connect();
  }

  /** Works through the items, several at a time, and kills the broker amid that; gives those that were done by then. */
  async function untilKilled(successes, items, action) {
    const waiting = [...items];
    const done = [];
    let dead = false;
    await new Promise((resolve) => {
      const work = async () => {
        while (!dead) {
          const item = waiting.shift();
          await action(item);
          done.push(item);
          if (done.length === successes) {
            dead = true;
            resolve(broker.kill());
          }
        }
      };
      // The broker's death fails what is under way then, at a time of the client's choosing.
      Promise.allSettled(Array.from({ length: 5 }, work));
    });
    const acknowledged = [...done];
    await crash();
    return acknowledged;
  }

  test('through kill after kill nothing is lost, nothing doubled, and nothing completed returns', async () => {
    const sent = new Set();
    const completed = new Set();
    const uncertain = new Set();
    for (let round = 0; round < 3; round++) {
      const ids = Array.from({ length: 60 }, (_, index) => `${round}-${index}`);
      const sender = client.createSender('plain');
      const acknowledged = await untilKilled(10 + 16 * round, ids, (messageId) => sender.sendMessages({ body: messageId, messageId }));
      acknowledged.forEach((id) => sent.add(id));

      const receiver = client.createReceiver('plain');
      const messages = await receive(receiver, 8);
      messages.forEach(({ messageId }) => uncertain.add(messageId));
      const settled = await untilKilled(4, messages, (message) => receiver.completeMessage(message));
      settled.forEach(({ messageId }) => completed.add(messageId));
    }

    const receiver = client.createReceiver('plain', { receiveMode: 'receiveAndDelete' });
    const { active } = await broker.counts('plain');
    const left = (await receive(receiver, active)).map(({ messageId }) => messageId);

    assert.equal(new Set(left).size, left.length, 'no message is there twice');
    assert.deepEqual(left.filter((id) => completed.has(id)), [], 'no completed message returned');
    assert.deepEqual([...sent].filter((id) => !uncertain.has(id) && !left.includes(id)), [], 'no acknowledged message is lost');
    assert.equal((await broker.counts('plain')).active, 0);
  });

  test('dead letters, delivery counts, scheduled messages and known ids come back', async () => {
    const sender = client.createSender('unique');
    await sender.sendMessages([{ body: 'dead', messageId: 'd' }, { body: 'tried', messageId: 't' }]);
    await sender.scheduleMessages({ body: 'tomorrow', messageId: 's' }, new Date(Date.now() + 86_400_000));
    const receiver = client.createReceiver('unique');
    const [dead, tried] = await receive(receiver, 2);
    await receiver.deadLetterMessage(dead, { deadLetterReason: 'test' });
    await receiver.abandonMessage(tried);

    await crash();

    await client.createSender('unique').sendMessages({ body: 'once more', messageId: 'd' });
    assert.deepEqual(await broker.counts('unique'), { active: 1, locked: 0, deadLettered: 1, scheduled: 1 });
    const [again] = await receive(client.createReceiver('unique'), 1);
    assert.equal(again.deliveryCount, 1);
    const [letter] = await receive(client.createReceiver('unique', { subQueueType: 'deadLetter' }), 1);
    assert.equal(letter.deadLetterReason, 'test');
  });

  test('a line that a crash cut short is cut off', async () => {
    await client.createSender('plain').sendMessages({ body: 'whole' });
    await broker.kill();
    const journal = join(broker.directory, 'data', 'journal.ndjson');
    await appendFile(journal, '[{"do":"put","in":["plain"],"seq":99');

    await crash();

    const receiver = client.createReceiver('plain');
    const [message] = await receive(receiver, 1);
    assert.equal(message.body, 'whole');
    await receiver.completeMessage(message);
  });

  test('the journal does not grow for ever', async () => {
    const sender = client.createSender('plain');
    const receiver = client.createReceiver('plain', { receiveMode: 'receiveAndDelete' });
    const body = 'x'.repeat(200_000);
    let written = 0;
    for (; written < 60 * body.length; written += body.length) {
      await sender.sendMessages({ body });
      await receive(receiver, 1);
    }

    const { size } = await stat(join(broker.directory, 'data', 'journal.ndjson'));

    assert.ok(size < written, `${size} bytes are left of ${written}`);
    await crash();
    assert.equal((await broker.counts('plain')).active, 0);
  });
});
