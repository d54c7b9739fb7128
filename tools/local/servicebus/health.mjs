/** Answers GET /health with what every entity holds; there is nothing else here that speaks HTTP. */
export function answerHealth(broker, { method, url }, response) {
  if (method === 'GET' && url === '/health') {
    const body = JSON.stringify({ status: 'healthy', entities: broker.counts() });
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
  } else {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Over HTTP there is GET /health; messages go over AMQP.\n');
  }
}
