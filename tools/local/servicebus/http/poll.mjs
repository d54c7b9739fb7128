/** Waits for one message, up to a timeout in seconds or until the client hangs up. */
export function nextMessage(queue, { deletes, timeout, response }) {
  return new Promise((resolve) => {
    let served = false;
    const consumer = {
      deletes,
      wants: () => !served,
      deliver: async (message, lock, durable) => {
        served = true;
        stop();
        await durable;
        if (response.destroyed && lock && queue.holds(lock)) {
          await queue.abandon(lock.token);
        }
        resolve({ message, lock });
      },
    };
    const stop = () => {
      clearTimeout(timer);
      response.off('close', giveUp);
      queue.detach(consumer);
    };
    const giveUp = () => {
      stop();
      resolve(undefined);
    };
    const timer = setTimeout(giveUp, timeout * 1000);
    response.once('close', giveUp);
    queue.attach(consumer);
  });
}
