import { isFailure, type Reply } from '../redis/reply.js';

export type TextEncoding = 'utf8' | 'base64';

/** `{"result":…}` or `{"error":"…"}`, with integers of 64 bits written out in full. */
export function encodeReply(reply: Reply, encoding: TextEncoding): string {
  return isFailure(reply) ? encodeError(reply.error) : `{"result":${encodeValue(reply, encoding)}}`;
}

export function encodeError(message: string): string {
  return JSON.stringify({ error: message });
}

function encodeValue(value: Reply, encoding: TextEncoding): string {
  if (value === null) return 'null';
  if (typeof value === 'bigint') return value.toString();
  if (Buffer.isBuffer(value)) return JSON.stringify(encodeText(value, encoding));
  // An error inside a list, which only a script can make, has no form of its own in JSON.
  if (isFailure(value)) return JSON.stringify(value.error);
  return `[${value.map((item) => encodeValue(item, encoding)).join(',')}]`;
}

/** The vendor leaves the reply OK readable in every encoding. */
function encodeText(text: Buffer, encoding: TextEncoding): string {
  return text.equals(ok) ? 'OK' : text.toString(encoding);
}

const ok = Buffer.from('OK');
