import type { Param } from '../../operation.js';

type Copy = NonNullable<Param['copy']>;

/**
 * `values`: reads other spellings of a text as the API's own, before anything else sees the argument. In a list it reads each
 * item; `copy` is then `copyJson`.
 */
export function respell(values: Readonly<Record<string, string>>, copy?: Copy): Copy {
  const own = (value: unknown) =>
    typeof value === 'string' && Object.hasOwn(values, value) ? values[value] : value;
  return (value, path) => {
    const taken = copy ? copy(value, path) : value;
    return Array.isArray(taken) ? taken.map(own) : own(taken);
  };
}
