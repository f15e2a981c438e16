import { refuse } from '../../error.js';
import type { Check } from '../../operation.js';

/** `minLength: 1`, the most common length, apart from `checkMinLength`. */
export const checkFilled: Check = (value, path) => {
  if (value === '') refuse(path, 'must have at least 1 character');
};

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
    if (typeof value === 'string' && !fits(new RegExp(source, 'u'), value, path))
      refuse(path, `must match ${source}`);
  };
}

/** Some expressions run out of V8's space for where to go back to, in texts of about 16 million characters. */
function fits(expression: RegExp, value: string, path: string): boolean {
  try {
    return expression.test(value);
  } catch {
    refuse(path, 'is too long to be checked against its pattern');
  }
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
