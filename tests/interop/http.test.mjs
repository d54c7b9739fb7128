import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { TestBroker } from './support/broker.mjs';
import { testConfiguration } from './support/configuration.mjs';
import { receive } from './support/until.mjs';

describe('the HTTP interface', { timeout: 60_000 }, () => {
  let broker;

  before(async () => {
    broker = await TestBroker.start(testConfiguration());
  });

  after(() => broker.stop());

  const call = (method, path, headers, body) => fetch(new URL(path, broker.url), { method, headers, body });
  const next = (entity, timeout = 20) => call('POST', `/${entity}/messages/head?timeout=${timeout}`);
  const brokerProperties = (answer) => JSON.parse(answer.headers.get('brokerproperties'));

  test('a message goes round with its properties', async () => {
    const sent = await call(
      'POST',
      '/plain/messages',
      {
        'Content-Type': 'text/plain; charset=utf-8',
        BrokerProperties: JSON.stringify({ MessageId: 'm1', Label: 'greeting', CorrelationId: 'c1', TimeToLive: 3600 }),
        severity: '"red"',
        Place: '"H\\u00e0 N\\u1ed9i"',
        count: '3',
        share: '0.5',
        late: 'true',
        traceparent: '00-1-1-00',
      },
      'xin chào',
    );
    assert.equal(sent.status, 201);

    const answer = await next('plain');

    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
    assert.equal(await answer.text(), 'xin chào');
    const properties = brokerProperties(answer);
    assert.equal(properties.MessageId, 'm1');
    assert.equal(properties.Label, 'greeting');
    assert.equal(properties.CorrelationId, 'c1');
    assert.equal(properties.TimeToLive, 3600);
    assert.equal(properties.DeliveryCount, 1);
    assert.equal(properties.State, 'Active');
    assert.ok(Date.parse(properties.LockedUntilUtc) > Date.parse(properties.EnqueuedTimeUtc));
    assert.equal(answer.headers.get('location'), `${broker.url}/plain/messages/${properties.SequenceNumber}/${properties.LockToken}`);
    assert.equal(answer.headers.get('severity'), '"red"');
    assert.equal(answer.headers.get('place'), '"H\\u00e0 N\\u1ed9i"');
    assert.equal(answer.headers.get('count'), '3');
    assert.equal(answer.headers.get('share'), '0.5');
    assert.equal(answer.headers.get('late'), 'true');
    assert.equal(answer.headers.get('traceparent'), null);
    assert.equal((await call('DELETE', answer.headers.get('location'))).status, 200);
  });

  test('what is sent over HTTP arrives over AMQP and the other way round', async () => {
    const client = broker.connect();
    await call('POST', '/plain/messages', { BrokerProperties: '{"MessageId":"h"}', CamelCase: '"kept"', count: '3' }, Buffer.from([0, 255, 1]));
    const receiver = client.createReceiver('plain', { receiveMode: 'receiveAndDelete' });
    const [message] = await receive(receiver, 1);
    assert.deepEqual([...message.body], [0, 255, 1]);
    assert.deepEqual(message.applicationProperties, { CamelCase: 'kept', count: 3 });
    await receiver.close();

    await client.createSender('plain').sendMessages({ body: { a: 1 }, contentType: 'application/json', applicationProperties: { when: new Date(0) } });
    const answer = await call('DELETE', '/plain/messages/head?timeout=20');
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/json');
    assert.equal(answer.headers.get('when'), '"Thu, 01 Jan 1970 00:00:00 GMT"');
    assert.deepEqual(await answer.json(), { a: 1 });
    await client.close();
  });

  test('a lock is renewed, given up and completed at its location', async () => {
    await call('POST', '/plain/messages', {}, 'x');
    const first = (await next('plain')).headers.get('location');
    assert.equal((await call('POST', first)).status, 200);
    assert.equal((await call('PUT', first)).status, 200);
    assert.equal((await call('PUT', first)).status, 410);

    const answer = await next('plain');
    const second = answer.headers.get('location');
    assert.equal(brokerProperties(answer).DeliveryCount, 2);
    assert.equal((await call('DELETE', second)).status, 200);
    assert.equal((await call('DELETE', second)).status, 410);
    assert.equal((await call('POST', second)).status, 410);
  });

  test('deliveries run out and the dead letter can be taken', async () => {
    await call('POST', '/strict/messages', { kind: '"poison"' }, 'x');
    for (let delivery = 1; delivery <= 3; delivery++) {
      assert.equal((await call('PUT', (await next('strict')).headers.get('location'))).status, 200);
    }
    assert.equal((await next('strict', 0)).status, 204);

    const letter = await next('strict/$DeadLetterQueue');

    assert.equal(letter.headers.get('deadletterreason'), '"MaxDeliveryCountExceeded"');
    assert.equal(letter.headers.get('kind'), '"poison"');
    assert.equal(brokerProperties(letter).DeadLetterSource, 'strict');
    assert.equal((await call('DELETE', letter.headers.get('location'))).status, 200);
  });

  test('a batch is taken whole or not at all', async () => {
    const batch = (entries) =>
      call('POST', '/news/messages', { 'Content-Type': 'application/vnd.microsoft.servicebus.json' }, JSON.stringify(entries));
    assert.equal((await batch([{ Body: 'good' }, { BrokerProperties: { Label: 'no body' } }])).status, 400);
    assert.equal((await batch([{ Body: 'good' }, { Body: 'bad', BrokerProperties: { TimeToLive: 'long' } }])).status, 400);
    assert.deepEqual(await broker.counts('news/subscriptions/all'), { active: 0, locked: 0, deadLettered: 0, scheduled: 0 });

    const local = { BrokerProperties: { Label: 'local' }, UserProperties: { region: 'north' } };
    assert.equal((await batch([{ Body: 'một', ...local }, { Body: 'hai' }])).status, 201);

    const [one, two] = [await next('news/subscriptions/all'), await next('news/Subscriptions/all')];
    assert.deepEqual([await one.text(), await two.text()], ['một', 'hai']);
    assert.equal(brokerProperties(one).Label, 'local');
    const copy = await next('news/subscriptions/local');
    assert.equal(copy.headers.get('region'), '"north"');
    for (const answer of [one, two, copy]) {
      assert.equal((await call('DELETE', answer.headers.get('location'))).status, 200);
    }
  });

  test('a long poll ends with the message it waited for', async () => {
    const waiting = next('plain', 50);
    await call('POST', '/plain/messages', {}, 'at last');
    const answer = await waiting;
    assert.equal(await answer.text(), 'at last');
    assert.equal((await call('DELETE', answer.headers.get('location'))).status, 200);
  });

  test('a client that hangs up takes no message with it', async () => {
    const impatient = new AbortController();
    const given = fetch(`${broker.url}/plain/messages/head?timeout=50`, { method: 'POST', signal: impatient.signal });
    impatient.abort();
    await assert.rejects(given, { name: 'AbortError' });

    await call('POST', '/plain/messages', {}, 'still here');
    const answer = await next('plain');
    assert.equal(await answer.text(), 'still here');
    assert.equal((await call('DELETE', answer.headers.get('location'))).status, 200);
  });

  test('scheduled and duplicate messages', async () => {
    const ScheduledEnqueueTimeUtc = new Date(Date.now() + 86_400_000).toUTCString();
    const headers = { BrokerProperties: JSON.stringify({ MessageId: 'later', ScheduledEnqueueTimeUtc }) };
    assert.equal((await call('POST', '/unique/messages', headers, 'x')).status, 201);
    assert.equal((await call('POST', '/unique/messages', headers, 'x')).status, 201);
    assert.deepEqual(await broker.counts('unique'), { active: 0, locked: 0, deadLettered: 0, scheduled: 1 });
  });

  test('what cannot be served is refused in a sentence', async () => {
    const unknown = await call('POST', '/nowhere/messages', {}, 'x');
    assert.equal(unknown.status, 404);
    assert.equal(await unknown.text(), "The messaging entity 'nowhere' could not be found.");
    assert.equal((await next('nowhere')).status, 404);
    assert.equal((await call('POST', '/plain/messages', { BrokerProperties: '{' }, 'x')).status, 400);
    assert.equal((await call('POST', '/plain/messages', {}, 'x'.repeat(300_000))).status, 413);
    assert.equal((await call('GET', '/plain/messages')).status, 404);
  });
});
