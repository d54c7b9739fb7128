import assert from 'node:assert/strict';
import { test } from 'node:test';

import { callAt } from '../../tools/local/servicebus/broker/call-at.mjs';

test('nothing is called before its time, though a timer goes off early', (context) => {
  let now = 1_000;
  let called = 0;
  context.mock.timers.enable({ apis: ['setTimeout'] });
  context.mock.method(Date, 'now', () => now);
  callAt(1_300, () => called++);

  now = 1_299;
  context.mock.timers.tick(300);
  assert.equal(called, 0);

  now = 1_300;
  context.mock.timers.tick(1);
  assert.equal(called, 1);
});
