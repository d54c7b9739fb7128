import rhea from 'rhea';

export const { decode, header } = rhea.message;

// rhea would decode each plain message that arrives, drop its bytes, and drop the connection over one that it cannot decode.
rhea.message.decode = (encoded) => ({ encoded });
