import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';

import { TestBroker } from './support/broker.mjs';
import { testConfiguration } from './support/configuration.mjs';
import { receive, until } from './support/until.mjs';

const limit = { timeout: 60_000 };

describe('the official client', limit, () => {
  let broker;
  let client;

  before(async () => {
    broker = await TestBroker.start(testConfiguration());
    client = broker.connect();
  });

  after(async () => {
    await client.close();
    await broker.stop();
  });

  afterEach(async () => {
    const { entities } = await (await fetch(`${broker.url}/health`)).json();
    const left = Object.entries(entities).filter(([, counts]) => Object.values(counts).some((count) => count > 0));
    assert.deepEqual(left, [], 'every test leaves the entities empty');
  });

  async function drain(address, options = {}) {
    const receiver = client.createReceiver(address, { ...options, receiveMode: 'receiveAndDelete' });
    const counts = await broker.counts(address);
    await receive(receiver, options.subQueueType ? counts.deadLettered : counts.active);
    await receiver.close();
  }

  test('sends one message, an array and a batch', async () => {
    const sender = client.createSender('plain');
    await sender.sendMessages({ body: 'one', subject: 'single' });
    await sender.sendMessages([{ body: 'two' }, { body: { three: 3 } }]);
    const batch = await sender.createMessageBatch();
    assert.ok(batch.tryAddMessage({ body: 'four' }));
    assert.ok(batch.tryAddMessage({ body: 'five', applicationProperties: { whole: 1, part: 0.5, yes: true } }));
    await sender.sendMessages(batch);

    const receiver = client.createReceiver('plain');
    const messages = await receive(receiver, 5);

    assert.deepEqual(messages.map(({ body }) => body), ['one', 'two', { three: 3 }, 'four', 'five']);
    assert.equal(messages[0].subject, 'single');
    assert.ok(messages[0].messageId, 'a message without an id is given one');
    assert.deepEqual(messages[4].applicationProperties, { whole: 1, part: 0.5, yes: true });
    const numbers = messages.map(({ sequenceNumber }) => sequenceNumber.toNumber());
    assert.deepEqual(numbers, [...numbers].sort((one, other) => one - other));
    assert.ok(messages.every(({ deliveryCount, enqueuedTimeUtc, lockedUntilUtc }) => deliveryCount === 0 && enqueuedTimeUtc < lockedUntilUtc));
    for (const message of messages) {
      await receiver.completeMessage(message);
    }
    await receiver.close();
  });

  test('a topic copies to each subscription that wants the message', async () => {
    const sender = client.createSender('news');
    await sender.sendMessages([
      { body: 1, subject: 'local', applicationProperties: { region: 'north' } },
      { body: 2, subject: 'local', applicationProperties: { region: 'east' } },
      { body: 3, subject: 'local', applicationProperties: { region: 'south', draft: true } },
      { body: 4, subject: 'world', applicationProperties: { region: 'south' } },
    ]);

    const all = client.createReceiver('news', 'all', { receiveMode: 'receiveAndDelete' });
    const local = client.createReceiver('news', 'local', { receiveMode: 'receiveAndDelete' });

    assert.deepEqual((await receive(all, 4)).map(({ body }) => body), [1, 2, 3, 4]);
    assert.deepEqual((await receive(local, 1)).map(({ body }) => body), [1]);
    await Promise.all([all.close(), local.close()]);
  });

  test('an abandoned message comes again and counts its deliveries', async () => {
    await client.createSender('plain').sendMessages({ body: 'again' });
    const receiver = client.createReceiver('plain');

    const [first] = await receive(receiver, 1);
    await receiver.abandonMessage(first);
    const [second] = await receive(receiver, 1);

    assert.equal(second.messageId, first.messageId);
    assert.equal(second.deliveryCount, 1);
    await receiver.completeMessage(second);
    await receiver.close();
  });

  test('a message that runs out of deliveries becomes a dead letter', async () => {
    await client.createSender('strict').sendMessages({ body: 'poison', applicationProperties: { kept: 'yes' } });
    const receiver = client.createReceiver('strict');
    for (let delivery = 0; delivery < 3; delivery++) {
      const [message] = await receive(receiver, 1);
      assert.equal(message.deliveryCount, delivery);
      await receiver.abandonMessage(message);
    }

    const dead = client.createReceiver('strict', { subQueueType: 'deadLetter' });
    const [letter] = await receive(dead, 1);

    assert.equal(letter.body, 'poison');
    assert.equal(letter.deadLetterReason, 'MaxDeliveryCountExceeded');
    assert.equal(letter.applicationProperties.kept, 'yes');
    assert.equal(letter.deadLetterSource, 'strict');
    await dead.completeMessage(letter);
    await Promise.all([receiver.close(), dead.close()]);
  });

  test('dead-letters with reason and description', async () => {
    await client.createSender('news').sendMessages({ body: 'odd' });
    const receiver = client.createReceiver('news', 'all');
    const [message] = await receive(receiver, 1);
    await receiver.deadLetterMessage(message, { deadLetterReason: 'odd', deadLetterErrorDescription: 'Nobody reads this.' });

    const dead = client.createReceiver('news', 'all', { subQueueType: 'deadLetter' });
    const [letter] = await receive(dead, 1);

    assert.equal(letter.deadLetterReason, 'odd');
    assert.equal(letter.deadLetterErrorDescription, 'Nobody reads this.');
    await dead.abandonMessage(letter);
    const [again] = await receive(dead, 1);
    await dead.completeMessage(again);
    await Promise.all([receiver.close(), dead.close()]);
  });

  test('a lock can be renewed, and a lock that expires is lost', async () => {
    await client.createSender('impatient').sendMessages({ body: 'slow' });
    const receiver = client.createReceiver('impatient', { maxAutoLockRenewalDurationInMs: 0 });
    const [first] = await receive(receiver, 1);
    const { lockedUntilUtc } = first;
    assert.ok((await receiver.renewMessageLock(first)) >= lockedUntilUtc);

    const [second] = await receive(receiver, 1);

    assert.equal(second.messageId, first.messageId);
    assert.equal(second.deliveryCount, 1);
    await assert.rejects(receiver.renewMessageLock(first), { code: 'MessageLockLost' });
    await assert.rejects(receiver.completeMessage(first), { code: 'MessageLockLost' });
    await receiver.close();
    await drain('impatient');
  });

  test('a receiver that goes away leaves its messages to others at once', async () => {
    await client.createSender('plain').sendMessages({ body: 'left' });
    const other = broker.connect();
    const [held] = await receive(other.createReceiver('plain'), 1);
    await other.close();

    const receiver = client.createReceiver('plain');
    const [message] = await receive(receiver, 1);

    assert.equal(message.messageId, held.messageId);
    await receiver.completeMessage(message);
    await receiver.close();
  });

  test('schedules and cancels', async () => {
    const sender = client.createSender('plain');
    const tomorrow = new Date(Date.now() + 86_400_000);
    const [number] = await sender.scheduleMessages({ body: 'tomorrow' }, tomorrow);
    assert.equal((await broker.counts('plain')).scheduled, 1);
    await sender.cancelScheduledMessages(number);
    assert.equal((await broker.counts('plain')).scheduled, 0);
    await assert.rejects(sender.cancelScheduledMessages(number));

    await sender.scheduleMessages({ body: 'soon' }, new Date(Date.now() + 300));
    const receiver = client.createReceiver('plain', { receiveMode: 'receiveAndDelete' });
    const [message] = await receive(receiver, 1);

    assert.equal(message.body, 'soon');
    assert.ok(message.enqueuedTimeUtc >= message.scheduledEnqueueTimeUtc);
    await receiver.close();
  });

  test('peeks without locking', async () => {
    const sender = client.createSender('plain');
    await sender.sendMessages([{ body: 'a' }, { body: 'b' }]);
    await sender.scheduleMessages({ body: 'c' }, new Date(Date.now() + 86_400_000));
    const receiver = client.createReceiver('plain');

    const peeked = await receiver.peekMessages(10);

    assert.deepEqual(peeked.map(({ body, state }) => [body, state]), [['a', 'active'], ['b', 'active'], ['c', 'scheduled']]);
    assert.deepEqual(await receiver.peekMessages(10), []);
    assert.equal((await broker.counts('plain')).active, 2);
    await sender.cancelScheduledMessages(peeked[2].sequenceNumber);
    await receiver.close();
    await drain('plain');
  });

  test('subscribe streams and completes', async () => {
    const sender = client.createSender('second');
    const receiver = client.createReceiver('second');
    const bodies = new Set();
    receiver.subscribe({
      processMessage: async ({ body }) => bodies.add(body),
      processError: async ({ error }) => assert.fail(error),
    });

    for (let start = 0; start < 300; start += 100) {
      await sender.sendMessages(Array.from({ length: 100 }, (_, index) => ({ body: start + index })));
    }

    await until(async () => bodies.size === 300 && (await broker.counts('second')).locked === 0);
    await receiver.close();
  });

  test('settles more deliveries on one link than a session buffers', async () => {
    const sender = client.createSender('second');
    const count = 3000;
    for (let start = 0; start < count; start += 500) {
      await sender.sendMessages(Array.from({ length: 500 }, (_, index) => ({ body: start + index })));
    }
    const receiver = client.createReceiver('second');
    for (let settled = 0; settled < count; ) {
      const messages = await receiver.receiveMessages(250);
      await Promise.all(messages.map((message) => receiver.completeMessage(message)));
      settled += messages.length;
    }
    await receiver.close();
  });

  test('a message id that came before is taken and dropped', async () => {
    const sender = client.createSender('unique');
    await sender.sendMessages({ body: 'first', messageId: 'x' });
    await sender.sendMessages({ body: 'second', messageId: 'x' });
    await sender.sendMessages([{ body: 'third', messageId: 'y' }, { body: 'fourth', messageId: 'y' }]);

    const receiver = client.createReceiver('unique', { receiveMode: 'receiveAndDelete' });

    assert.deepEqual((await receive(receiver, 2)).map(({ body }) => body), ['first', 'third']);
    await receiver.close();
  });

  test('a message past its time becomes a dead letter', async () => {
    await client.createSender('mortal').sendMessages({ body: 'brief', timeToLive: 1 });

    const dead = client.createReceiver('mortal', { subQueueType: 'deadLetter', receiveMode: 'receiveAndDelete' });
    const [letter] = await receive(dead, 1);

    assert.equal(letter.deadLetterReason, 'TTLExpiredException');
    await dead.close();
  });

  test('a message or batch beyond the limit is refused', async () => {
    const sender = client.createSender('plain');
    const half = 'x'.repeat(150_000);

    await assert.rejects(sender.sendMessages({ body: 'x'.repeat(300_000) }), { code: 'MessageSizeExceeded' });
    await assert.rejects(sender.sendMessages([{ body: half }, { body: half }]), { code: 'MessageSizeExceeded' });
    const batch = await sender.createMessageBatch();
    assert.ok(batch.tryAddMessage({ body: half }));
    assert.ok(!batch.tryAddMessage({ body: half }));
    await sender.close();
  });

  test('an unknown entity is not found', async () => {
    await assert.rejects(client.createSender('nowhere').sendMessages({ body: 1 }), { code: 'MessagingEntityNotFound' });
    await assert.rejects(client.createReceiver('nowhere').receiveMessages(1), { code: 'MessagingEntityNotFound' });
  });

  test('deferring is refused', async () => {
    await client.createSender('plain').sendMessages({ body: 'later' });
    const receiver = client.createReceiver('plain');
    const [message] = await receive(receiver, 1);
    await assert.rejects(receiver.deferMessage(message), /does not support deferred messages/);
    await receiver.close();
    await drain('plain');
  });
});

describe('the shipped configuration', limit, () => {
  let broker;
  let client;

  before(async () => {
    broker = await TestBroker.start();
    client = broker.connect();
  });

  after(async () => {
    await client.close();
    await broker.stop();
  });

  test('red alerts are urgent, and the body arrives byte for byte', async () => {
    const event = '{ "specversion":"1.0",\n  "type":"dtpipeline.report.overdue", "data":{"vi":"Quá hạn"} }';
    const alert = (severity) => ({
      messageId: severity,
      contentType: 'application/cloudevents+json',
      body: Buffer.from(event),
      applicationProperties: { severity },
    });
    await client.createSender('alerts').sendMessages([alert('yellow'), alert('red')]);

    const all = client.createReceiver('alerts', 'secretariat', { receiveMode: 'receiveAndDelete', skipParsingBodyAsJson: true });
    const urgent = client.createReceiver('alerts', 'secretariat-urgent', { receiveMode: 'receiveAndDelete' });
    const messages = await receive(all, 2);
    const [red] = await receive(urgent, 1);

    assert.deepEqual(messages.map(({ messageId }) => messageId), ['yellow', 'red']);
    assert.equal(red.messageId, 'red');
    assert.equal(messages[0].contentType, 'application/cloudevents+json');
    assert.equal(messages[0].body.toString(), event);
  });
});
