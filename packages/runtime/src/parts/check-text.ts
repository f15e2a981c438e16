import { refuse } from '../error.js';
import type { Check } from '../operation.js';

/** `minLength`, in code points. */
export function checkMinLength(limit: number): Check {
  return (value, path) => {
    if (typeof value === 'string' && [...value].length < limit)
      refuse(path, `must have at least ${limit} character${limit === 1 ? '' : 's'}`);
  };
}

/** `maxLength`, in code points. */
export function checkMaxLength(limit: number): Check {
  return (value, path) => {
    if (typeof value === 'string' && [...value].length > limit)
      refuse(path, `must have at most ${limit} character${limit === 1 ? '' : 's'}`);
  };
}

/** `pattern`: a regular expression that fits somewhere in the text. */
export function checkPattern(source: string): Check {
  return (value, path) => {
    if (typeof value === 'string' && !new RegExp(source, 'u').test(value))
      refuse(path, `must match ${source}`);
  };
}

/** `format: uuid`. Other formats are notes. */
export const checkUuid: Check = (value, path) => {
  if (typeof value === 'string' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    refuse(path, 'must be a uuid');
};
