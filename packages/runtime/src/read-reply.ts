import type { Request } from './operation.js';
import { parseJson } from './parse-json.js';
import { showReply } from './show-text.js';
import type { TransportReply } from './transport.js';

// Fatal: no byte is guessed. A byte order mark is dropped.
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** The decoded body, or what is wrong with it in words that follow "the reply". An empty body is null. */
export function readBody(
  step: Request,
  { status, headers, body }: TransportReply,
  secrets: readonly string[],
): { readonly body: unknown } | { readonly problem: string } {
  let text: string;
  try {
    text = strictUtf8.decode(body);
  } catch {
    return { problem: 'is not valid UTF-8' };
  }
  if ((step.format ?? 'json') !== 'json') return extractFields(step, text);
  if (text === '') return { body: null };
  try {
    return { body: parseJson(text) };
  } catch {
    const type = showReply(headers['content-type'] ?? 'no content type', secrets, 80);
    return {
      problem: `is not JSON: status ${status}, ${type}, it begins "${showReply(text, secrets, 200)}"`,
    };
  }
}

/** The body of an error reply: JSON when it is that, else text; never fails. */
export function readErrorBody({ body }: TransportReply): unknown {
  const text = new TextDecoder().decode(body);
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function extractFields(
  step: Request,
  text: string,
): { readonly body: unknown } | { readonly problem: string } {
  if (!step.extract) return { body: text };
  const fields = Object.entries(step.extract).map(
    ([name, source]) => [name, new RegExp(source, 'm').exec(text)?.[1] ?? null] as const,
  );
  if (fields.every(([, value]) => value === null)) {
    return { problem: `holds none of ${fields.map(([name]) => name).join(', ')}` };
  }
  return { body: Object.fromEntries(fields) };
}
