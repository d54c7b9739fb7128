const fields = {
  contenttype: 'content_type',
  correlationid: 'correlation_id',
  label: 'subject',
  subject: 'subject',
  messageid: 'message_id',
  replyto: 'reply_to',
  replytosessionid: 'reply_to_group_id',
  sessionid: 'group_id',
  to: 'to',
};

/** A reader for a broker property by its Service Bus name. */
export function systemField(name) {
  const field = fields[name.toLowerCase()];
  if (!field) {
    throw new Error(`'${name}' is not a message property that filters know.`);
  }
  return (message) => message.decoded[field];
}
