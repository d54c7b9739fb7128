import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { dispatchByMethod } from '../../tools/local/dispatch.mjs';

const require = createRequire(new URL('../../tools/local/azurite.mjs', import.meta.url));
const silent = { verbose() {}, info() {}, error() {} };

const patterns = {
  blob: ['/', '/container', '/container/blob', undefined],
  table: ['/', '/Tables', "/Tables('values')", '/values', '/values()', "/values(PartitionKey='a b',RowKey='it''s')", '/$batch', undefined],
};

for (const service of ['blob', 'table']) {
  test(`a request to ${service}s is of the operation that Azurite itself finds, whatever comes with it`, () => {
    const generated = (part) => require(`azurite/dist/src/${service}/generated/${part}.js`);
    const middleware = generated('middleware/dispatch.middleware');
    const stock = middleware.default;
    dispatchByMethod(generated);
    const ours = middleware.default;
    assert.notEqual(ours, stock);

    const found = new Set();
    const specifications = Object.values(generated('artifacts/specifications').default);
    for (const { httpMethod, ...of } of specifications) {
      const queries = valuesOf(of.queryParameters);
      const headers = valuesOf(of.headerParameters);
      for (const dispatchPattern of patterns[service]) {
        for (const [query, header] of [...changed(queries).map((q) => [q, headers]), ...changed(headers).map((h) => [queries, h])]) {
          agree(dispatchPattern, httpMethod, query, header);
        }

        for (const [method, told] of [['HEAD', undefined], ['POST', httpMethod], ['POST', ` ${httpMethod} `], ['GET', 'PUT'], ['POST', 'MERGE']]) {
          agree(dispatchPattern, method, queries, { ...headers, 'X-HTTP-Method': told });
        }
      }
    }

    // Nearly each is found by something: not all are refused alike.
    assert.ok(found.size > 0.9 * specifications.length, `${found.size} of ${specifications.length}`);

    function agree(dispatchPattern, method, query, header) {
      const request = { getMethod: () => method, getPath: () => '/container/blob', getQuery: (name) => query[name], getHeader: (name) => header[name] };
      const expected = operationOf(stock, dispatchPattern, request);
      assert.deepEqual(operationOf(ours, dispatchPattern, request), expected, JSON.stringify({ dispatchPattern, method, query, header }));
      found.add(expected.operation);
    }
  });
}

function operationOf(dispatch, dispatchPattern, request) {
  const context = { dispatchPattern };
  const errors = [];
  dispatch(context, request, (error) => errors.push(error?.message), silent);
  return { operation: context.operation, errors };
}

/** What must come with an operation. */
function valuesOf(parameters = []) {
  return Object.fromEntries(parameters.filter(({ mapper }) => mapper.required).map(({ mapper }) => [mapper.serializedName, mapper.defaultValue ?? mapper.type.allowedValues?.[0] ?? 'something']));
}

/** The same, and what is like it but for one of them: not there, empty, another one, in other letters; and with one more. */
function changed(values) {
  const one = Object.keys(values).flatMap((name) => [undefined, '', 'other', values[name].toUpperCase()].map((value) => ({ ...values, [name]: value })));
  return [values, ...one, ...['list', 'metadata', 'block', 'query'].map((comp) => ({ ...values, comp })), { ...values, restype: 'container' }, { ...values, 'x-ms-copy-source': 'http://a/b' }];
}
