import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';

import { amqpServer } from './amqp/server.mjs';
import { answerHealth } from './health.mjs';

/** One TCP port for AMQP and for the health of the broker over HTTP: the first bytes of a connection tell which of them it is. */
export class Listener {
  #sockets = new Set();
  #server = createServer((socket) => this.#accept(socket));
  #route;
  #ready = new Promise((resolve) => {
    this.#route = resolve;
  });

  open(port, host) {
    return new Promise((resolve, reject) => {
      this.#server.once('error', (error) => reject(explain(error, port, host)));
      this.#server.listen(port, host, () => resolve(this.#server.address().port));
    });
  }

  serve(broker) {
    const amqp = amqpServer(broker);
    const http = createHttpServer((request, response) => answerHealth(broker, request, response));
    this.#route((socket, isAmqp) => {
      if (isAmqp) {
        amqp(socket);
      } else {
        http.emit('connection', socket);
      }
    });
  }

  close() {
    this.#server.close();
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }

  #accept(socket) {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    socket.once('close', () => this.#sockets.delete(socket));
    // A client that resets its connection is its own affair; its locks are released on close.
    socket.on('error', () => {});
    socket.once('data', async (first) => {
      socket.pause();
      const route = await this.#ready;
      socket.unshift(first);
      route(socket, 'AMQP'.startsWith(first.toString('latin1', 0, 4)));
      socket.resume();
    });
  }
}

function explain(error, port, host) {
  return error.code === 'EADDRINUSE' ? new Error(`Port ${port} on ${host} is already in use.`) : error;
}
