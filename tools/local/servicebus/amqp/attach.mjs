import { notSupported, toAmqpError } from '../errors.mjs';
import { isCoordinator, refuseTransactions } from './coordinator.mjs';

const sessionFilter = 'com.microsoft:session-filter';

/** Answers a client's wish for a link: begins to serve it, or refuses it with the reason. */
export function attach(link, serve) {
  try {
    const { target } = link;
    checkSupport(link);
    echo(link);
    if (isCoordinator(target)) {
      refuseTransactions(link);
    } else {
      serve();
    }
  } catch (error) {
    refuse(link, error);
  }
}

function checkSupport({ source }) {
  if (source?.filter && sessionFilter in source.filter) {
    throw notSupported('sessions');
  }
}

/** Clients compare the answer with what they asked for. */
function echo(link) {
  const { attach: answer } = link.local;
  answer.snd_settle_mode = link.snd_settle_mode;
  answer.rcv_settle_mode = link.rcv_settle_mode;
  link.set_source({ address: link.source?.address });
  link.set_target({ address: link.target?.address });
}

/** An answer without this side's terminus tells the client to wait for the reason, instead of using a link that is about to close. */
function refuse(link, error) {
  link.local.attach[link.is_receiver() ? 'target' : 'source'] = null;
  link.close(toAmqpError(error));
}
