import { encodeJson } from '../../text/encode-json.js';

/** A value inside text or in a URL: strings as they are, lists and objects as JSON. Undefined for absence and null. */
export function toText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? encodeJson(value) : String(value);
}

/** The parts as one text; undefined when one of them is absent or null. */
export function text(...parts: readonly unknown[]): string | undefined {
  const texts = parts.map(toText);
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** A fresh random UUID. */
export function uuid4(): string {
  return crypto.randomUUID();
}
