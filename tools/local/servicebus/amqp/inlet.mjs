import { toAmqpError, tooLarge } from '../errors.mjs';
import { maxMessageSize } from '../limits.mjs';
import { acceptMessage } from '../messages/accept.mjs';
import { acceptBatch, batchFormat } from '../messages/batch.mjs';

/** Takes what a client sends; each delivery is accepted when its messages are on disk. */
export function receiveInto(destination, receiver) {
  receiver.on('message', async ({ message, delivery, format }) => {
    try {
      await destination.send(unpack(message, format));
      delivery.accept();
    } catch (error) {
      delivery.reject(toAmqpError(error));
    }
  });
}

function unpack(message, format) {
  const encoded = message.encoded ?? message;
  if (encoded.length > maxMessageSize) {
    throw tooLarge(maxMessageSize);
  }
  return format === batchFormat ? acceptBatch(encoded) : [acceptMessage(encoded)];
}
