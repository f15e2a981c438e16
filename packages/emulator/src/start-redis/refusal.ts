import Negotiator from 'negotiator';
import { jsonReply, type ApiReply, type ApiRequest } from '../http/api-message.js';

/** Why start-redis does not do what it is asked. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  /** What is wrong: one sentence. */
  readonly error: string;
  /** What to do about it: one sentence. */
  readonly resolution: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The first is for clients that take anything, as the service's own replies are Markdown. */
const forms: Readonly<Record<string, (refusal: Refusal) => ApiReply>> = {
  'text/markdown': ({ status, code, error, resolution }) =>
    textReply(
      status,
      'text/markdown',
      `# ${error}\n\n**Status:** ${status}\n**Code:** ${code}\n\n${resolution}\n`,
    ),
  // Field names: https://upstash.com/llms.txt
  'application/json': ({ status, code, error, resolution }) => jsonReply(status, { error, code, resolution }),
  'text/plain': ({ status, error, resolution }) =>
    textReply(status, 'text/plain', `${error} ${resolution}\n`),
};

/**
 * A refusal in the form that the client prefers by its Accept header: Markdown, JSON or plain text. The vendor
 * documents none of the bodies; these words are the emulator's own.
 */
export function refuse({ headers }: Pick<ApiRequest, 'headers'>, refusal: Refusal): ApiReply {
  const preferred = new Negotiator({ headers }).mediaType(Object.keys(forms)) ?? 'text/markdown';
  const reply = forms[preferred]!(refusal);
  return { ...reply, headers: { ...reply.headers, ...refusal.headers } };
}

/** Text of the given type, in UTF-8. */
export function textReply(status: number, type: string, body: string): ApiReply {
  return { status, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}
