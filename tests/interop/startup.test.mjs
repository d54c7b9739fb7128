import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { TestBroker } from './support/broker.mjs';
import { testConfiguration } from './support/configuration.mjs';
import { Program } from './support/process.mjs';

describe('starting and stopping the broker', { timeout: 30_000 }, () => {
  async function failure(configuration) {
    try {
      const broker = await TestBroker.start(configuration);
      await broker.stop();
    } catch (error) {
      return error.message;
    }
    return 'It started.';
  }

  test('says that the port is in use, tells its health over HTTP and nothing else, and ends well when its standard input ends', async () => {
    const broker = await TestBroker.start();
    const second = new Program(TestBroker.script, [
      '--port', String(broker.port), '--config', broker.configuration, '--data', broker.directory,
    ]);
    const refused = await second.ended;
    assert.equal(refused.code, 1);
    assert.equal(refused.errors, `Port ${broker.port} on 127.0.0.1 is already in use.\n`);

    const health = await fetch(`${broker.url}/health`);
    const none = { active: 0, locked: 0, deadLettered: 0, scheduled: 0 };
    assert.equal(health.status, 200);
    assert.deepEqual(await health.json(), {
      status: 'healthy',
      entities: { alerts: none, 'alerts/subscriptions/secretariat': none, 'alerts/subscriptions/secretariat-urgent': none },
    });

    const sent = await fetch(`${broker.url}/alerts/messages`, { method: 'POST', body: 'lost' });
    assert.equal(sent.status, 404);
    assert.equal(await sent.text(), 'Over HTTP there is GET /health; messages go over AMQP.\n');

    const { code, errors } = await broker.stop();
    assert.deepEqual({ code, errors }, { code: 0, errors: '' });
  });

  test('says what is wrong with a configuration', async () => {
    const configuration = testConfiguration();
    const [{ Queues: [queue], Topics: [topic] }] = configuration.UserConfig.Namespaces;

    queue.Properties.LockDuration = 'soon';
    assert.match(await failure(configuration), /ended with 1: plain: LockDuration: 'soon' is not a duration such as PT1M\.\n$/);
    queue.Properties = { RequiresSession: true };
    assert.match(await failure(configuration), /plain: RequiresSession is not supported\.\n$/);
    queue.Properties = {};
    topic.Subscriptions[1].Rules[0].Properties.SqlFilter.SqlExpression = "region LIKE 'n%'";
    assert.match(await failure(configuration), /news\/subscriptions\/local: rule 'rule': the expression "region LIKE 'n%'" is beyond/);
  });
});
