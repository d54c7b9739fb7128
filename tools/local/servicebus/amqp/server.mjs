import rhea from 'rhea';

import { maxMessageSize } from '../limits.mjs';
import { attach } from './attach.mjs';
import { receiveInto } from './inlet.mjs';
import { Outlet } from './outlet.mjs';
import { isService, receiveRequests } from './requests.mjs';

const options = {
  max_frame_size: 65536,
  session_buffer_size: { incoming: 2048, outgoing: 16384 },
  receiver_options: { autoaccept: false, max_message_size: maxMessageSize },
  sender_options: { autosettle: false, treat_modified_as_released: false, max_message_size: maxMessageSize },
};

/** The AMQP side of the broker: what takes over a socket on which a client speaks AMQP. */
export function amqpServer(broker) {
  const container = rhea.create_container();
  offerMechanisms(container.sasl_server_mechanisms);

  const outlets = new Map();
  const endWhere = (matches, end) => {
    for (const [sender, outlet] of outlets) {
      if (matches(sender)) {
        outlets.delete(sender);
        end(outlet);
      }
    }
  };
  const closeWhere = (matches) => endWhere(matches, (outlet) => outlet.close());

  container.on('connection_open', ({ connection }) => {
    connection.socket.once('close', () => endWhere((sender) => sender.connection === connection, (outlet) => outlet.lose()));
  });
  container.on('connection_close', ({ connection }) => closeWhere((sender) => sender.connection === connection));
  container.on('session_close', ({ session }) => closeWhere((sender) => sender.session === session));
  container.on('sender_close', ({ sender }) => closeWhere((other) => other === sender));

  container.on('receiver_open', ({ receiver }) => {
    const address = receiver.target?.address ?? '';
    attach(receiver, () => {
      if (isService(address)) {
        receiveRequests(broker, receiver, address);
      } else {
        receiveInto(broker.destination(address), receiver);
      }
    });
  });
  container.on('sender_open', ({ sender }) => {
    const address = sender.source?.address ?? '';
    attach(sender, () => {
      if (!isService(address)) {
        outlets.set(sender, new Outlet(broker.queue(address), sender));
      }
    });
  });

  container.on('disconnected', () => {});
  container.on('protocol_error', report);
  container.on('error', report);
  return (socket) => container.create_connection(options).accept(socket);
}

function offerMechanisms(mechanisms) {
  mechanisms.enable_anonymous();
  mechanisms.enable_plain(() => true);
  mechanisms.MSSBCBS = () => ({
    outcome: undefined,
    start() {
      this.outcome = true;
    },
  });
}

function report(error) {
  console.error(`An AMQP connection failed: ${error.message}`);
}
