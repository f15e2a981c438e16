import { canonicalText } from '../../text/canonical-text.js';
import { encodeJson } from '../../text/encode-json.js';
import { refuse } from '../../error.js';
import type { Check } from '../../operation.js';

/** `enum`: the value is one of these. */
export function checkEnum(...allowed: readonly unknown[]): Check {
  const texts = new Set(allowed.map(canonicalText));
  return (value, path) => {
    if (!texts.has(canonicalText(value)))
      refuse(path, `must be one of ${allowed.map(encodeJson).join(', ')}`);
  };
}

/** `const`: the value is this one. */
export function checkConst(only: unknown): Check {
  return (value, path) => {
    if (canonicalText(value) !== canonicalText(only)) refuse(path, `must be ${encodeJson(only)}`);
  };
}
