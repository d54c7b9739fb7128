import { decode } from './codec.mjs';
import { fromUuid } from './lock-token.mjs';
import { splitSections } from './sections.mjs';

/** A message as its sender encoded it; the bytes are kept, so that receivers get every value in the type it was sent in. */
export class Message {
  #decoded;

  constructor(encoded) {
    this.encoded = encoded;
  }

  get decoded() {
    this.#decoded ??= decode(this.encoded);
    return this.#decoded;
  }

  get sections() {
    return splitSections(this.encoded);
  }

  get id() {
    return toText(this.decoded.message_id);
  }

  get properties() {
    return this.decoded.application_properties ?? {};
  }

  get timeToLive() {
    // Clients write a life too long for the header, which counts 32 bits, as the span between two properties.
    const { ttl, creation_time: created, absolute_expiry_time: expires } = this.decoded;
    return created && expires ? expires - created : (ttl ?? Infinity);
  }

  get scheduledFor() {
    return this.decoded.message_annotations?.['x-opt-scheduled-enqueue-time']?.getTime();
  }
}

/** An id may be text, a number or a uuid. */
function toText(id) {
  return Buffer.isBuffer(id) ? fromUuid(id) : String(id);
}
