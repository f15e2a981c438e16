import { encodeJson } from '../encode-json.js';
import { refuse } from '../error.js';
import type { Check } from '../operation.js';

/** `enum`: the value is one of these. */
export function checkEnum(...allowed: readonly unknown[]): Check {
  const texts = allowed.map(encodeJson);
  return (value, path) => {
    if (!texts.includes(encodeJson(value))) refuse(path, `must be one of ${texts.join(', ')}`);
  };
}

/** `const`: the value is this one. */
export function checkConst(only: unknown): Check {
  return (value, path) => {
    if (encodeJson(value) !== encodeJson(only)) refuse(path, `must be ${encodeJson(only)}`);
  };
}
