/** The standard tier's limit; it holds for a single message and for a whole batch. */
export const maxMessageSize = 262144;
