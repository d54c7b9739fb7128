import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ServiceBusClient } from '@azure/service-bus';

import { storesOf } from './stores.mjs';
import { localHost } from './support/local-host.mjs';
import { receive } from './support/until.mjs';

const overdue = ['CEMA', 'HCMM', 'MOCST', 'P63-06', 'P63-12', 'P63-35', 'P63-58', 'P63-67', 'P63-84', 'P63-95', 'VASS'];

describe('the official clients on a local host that has taken the samples', { timeout: 600_000 }, () => {
  let host;
  let client;

  before(() => {
    host = localHost();
    client = new ServiceBusClient(host.serviceBus, { retryOptions: { maxRetries: 0 } });
  });

  after(() => client?.close());

  storesOf(() => host);

  const form = (organisation) => (organisation.startsWith('P') ? 'PROV-Q' : 'CENT-Q');

  test('eleven red ones, each as a CloudEvent', async () => {
    const receiver = client.createReceiver('alerts', 'secretariat-urgent', { skipParsingBodyAsJson: true });
    const messages = await receive(receiver, 11);

    const events = messages.map(({ body }) => JSON.parse(body.toString()));
    assert.deepEqual(events.map(({ data }) => data.organisation).sort(), overdue);
    for (const [index, message] of messages.entries()) {
      const event = events[index];
      const { data } = event;
      const key = `report.overdue~2023-Q2~${data.organisation}~${form(data.organisation)}`;
      assert.equal(message.contentType, 'application/cloudevents+json');
      assert.equal(message.messageId, `${key}~1~raised`);
      assert.equal(message.subject, 'dtpipeline.report.overdue');
      assert.deepEqual(message.applicationProperties, {
        type: 'dtpipeline.report.overdue',
        severity: 'red',
        organisation: data.organisation,
        period: '2023-Q2',
        state: 'raised',
      });
      assert.equal(event.specversion, '1.0');
      assert.equal(event.id, message.messageId);
      assert.equal(event.type, 'dtpipeline.report.overdue');
      assert.equal(event.source, '/dtpipeline');
      assert.equal(event.subject, `${data.organisation}/2023-Q2`);
      assert.equal(event.datacontenttype, 'application/json');
      assert.match(event.time, /^2023-07-26T01:/);
      assert.equal(data.key, key);
      assert.equal(data.sequence, 1);
      assert.equal(data.state, 'raised');
      assert.equal(data.severity, 'red');
      assert.equal(data.period, '2023-Q2');
      assert.equal(data.form, form(data.organisation));
      assert.match(data.message.vi, / chưa nộp «Báo cáo quý của .+» kỳ 2023-Q2: quá hạn 30 ngày \(hạn 26\/06\/2023\)\.$/);
      assert.match(data.message.en, / has not filed the 'Quarterly report of .+' for 2023-Q2: 30 days overdue \(due 2023-06-26\)\.$/);
      assert.match(data.link, /^http:\/\/127\.0\.0\.1:\d+\/api\/v1\/periods\/2023-Q2$/);
    }
    const bacKan = events.find(({ data }) => data.organisation === 'P63-06');
    assert.equal(bacKan.data.message.vi, 'Bắc Kạn chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 30 ngày (hạn 26/06/2023).');

    for (const message of messages) {
      await receiver.abandonMessage(message);
    }
    await receiver.close();
  });

  test('some it completes, some it gives back, one it sets aside and one it keeps longer', async () => {
    const receiver = client.createReceiver('alerts', 'secretariat-urgent');
    const messages = await receive(receiver, 11);
    assert.ok(messages.every(({ body }) => body.specversion === '1.0'), 'the client reads a body of this content type as JSON by itself');
    const [kept, odd, ...others] = messages;
    const [back, done] = [others.slice(0, 3), others.slice(3)];

    const { lockedUntilUtc } = kept;
    assert.ok((await receiver.renewMessageLock(kept)) >= lockedUntilUtc);
    await receiver.deadLetterMessage(odd, { deadLetterReason: 'known', deadLetterErrorDescription: 'The report was lost on the way.' });
    for (const message of done) {
      await receiver.completeMessage(message);
    }
    for (const message of back) {
      await receiver.abandonMessage(message);
    }
    const again = await receive(receiver, 3);

    assert.deepEqual(again.map(({ messageId }) => messageId).sort(), back.map(({ messageId }) => messageId).sort());
    assert.ok(again.every((message) => message.deliveryCount === back.find(({ messageId }) => messageId === message.messageId).deliveryCount + 1));
    for (const message of [kept, ...again]) {
      await receiver.completeMessage(message);
    }
    assert.deepEqual(await receiver.peekMessages(20), [], 'nothing is left');
    await receiver.close();

    const dead = client.createReceiver('alerts', 'secretariat-urgent', { subQueueType: 'deadLetter' });
    const [letter] = await receive(dead, 1);
    assert.equal(letter.messageId, odd.messageId);
    assert.equal(letter.deadLetterReason, 'known');
    assert.equal(letter.deadLetterErrorDescription, 'The report was lost on the way.');
    assert.equal(letter.applicationProperties.severity, 'red');
    assert.deepEqual(letter.body, odd.body);
    await dead.completeMessage(letter);
    await dead.close();
  });

  test('the host has taken all sixteen from the other subscription', async () => {
    const receiver = client.createReceiver('alerts', 'secretariat');
    assert.deepEqual(await receiver.peekMessages(20), []);
    await receiver.close();
  });

  test('what is no alert ends as a dead letter, and the host goes on', async () => {
    const sender = client.createSender('alerts');
    await sender.sendMessages({ body: 'no alert', messageId: 'odd', applicationProperties: { severity: 'yellow' } });
    await sender.close();

    const dead = client.createReceiver('alerts', 'secretariat', { subQueueType: 'deadLetter' });
    const [letter] = await receive(dead, 1);

    assert.equal(letter.messageId, 'odd');
    assert.equal(letter.deadLetterReason, 'MaxDeliveryCountExceeded');
    await dead.completeMessage(letter);
    await dead.close();
    assert.equal((await fetch(host.url('/api/v1/periods/2023-Q2'))).status, 200);
  });
});
