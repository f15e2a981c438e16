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

/** `format: uuid`. */
export const checkUuid: Check = (value, path) => {
  if (typeof value === 'string' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    refuse(path, 'must be a uuid');
};

/** `format: uuid4`. Other formats are notes. */
export const checkUuid4: Check = (value, path) => {
  if (
    typeof value === 'string' &&
    !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(value)
  )
    refuse(path, 'must be a version 4 uuid');
};
