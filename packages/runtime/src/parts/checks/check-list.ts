import { canonicalText } from '../../text/canonical-text.js';
import { refuse } from '../../error.js';
import type { Check } from '../../operation.js';
import { checkAll } from './check-form.js';

/** `minItems`. */
export function checkMinItems(limit: number): Check {
  return (value, path) => {
    if (Array.isArray(value) && value.length < limit)
      refuse(path, `must have at least ${limit} item${limit === 1 ? '' : 's'}`);
  };
}

/** `maxItems`. */
export function checkMaxItems(limit: number): Check {
  return (value, path) => {
    if (Array.isArray(value) && value.length > limit)
      refuse(path, `must have at most ${limit} item${limit === 1 ? '' : 's'}`);
  };
}

/** `uniqueItems: true`. */
export const checkUniqueItems: Check = (value, path) => {
  if (Array.isArray(value) && new Set(value.map(canonicalText)).size < value.length)
    refuse(path, 'must not repeat an item');
};

/** `items`: each item holds to the rules. */
export function checkItems(...checks: readonly Check[]): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return undefined;
    return value.map((item, index) => checkAll(checks, item, `${path}[${index}]`));
  };
}
