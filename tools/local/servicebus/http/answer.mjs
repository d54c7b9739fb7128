import { BrokerError, entityNotFound } from '../errors.mjs';
import { deleteNext, lockNext } from './receive.mjs';
import { postMessages } from './send.mjs';
import { settleLock } from './settle.mjs';

const routes = [
  { method: 'GET', path: /^\/(?:health)?$/, action: health },
  { method: 'POST', path: /^\/(.+)\/messages$/, action: postMessages },
  { method: 'POST', path: /^\/(.+)\/messages\/head$/, action: lockNext },
  { method: 'DELETE', path: /^\/(.+)\/messages\/head$/, action: deleteNext },
  { method: 'DELETE', path: /^\/(.+)\/messages\/([^/]+)\/([^/]+)$/, action: settleLock },
  { method: 'PUT', path: /^\/(.+)\/messages\/([^/]+)\/([^/]+)$/, action: settleLock },
  { method: 'POST', path: /^\/(.+)\/messages\/([^/]+)\/([^/]+)$/, action: settleLock },
];

/** The HTTP side of the broker: the run-time operations of the service's REST interface. */
export async function answer(broker, request, response) {
  try {
    const { status, headers, body } = await dispatch(broker, request, response);
    response.writeHead(status, headers).end(body);
  } catch (error) {
    fail(response, error);
  }
}

function dispatch(broker, request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const path = decodePath(pathname);
  for (const { method, path: pattern, action } of routes) {
    const parts = method === request.method && pattern.exec(path);
    if (parts) {
      return action({ broker, request, response, query: searchParams, parts: parts.slice(1) });
    }
  }
  throw entityNotFound(path);
}

async function health({ broker }) {
  const body = JSON.stringify({ status: 'healthy', entities: broker.counts() });
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body };
}

function decodePath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    throw entityNotFound(path);
  }
}

function fail(response, error) {
  if (!(error instanceof BrokerError)) {
    console.error(`An HTTP request failed: ${error.stack}`);
  }
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(error.status ?? 500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(error.message);
}
