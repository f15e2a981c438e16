import { expectObject } from './expect.js';

/** `merge`: one object with the properties of all; of equal keys the last counts. */
export function merge(...values: readonly unknown[]): Record<string, unknown> {
  // Object.assign would set the prototype for a key `__proto__`; entries define a property.
  return Object.fromEntries(
    values.flatMap((value, index) => Object.entries(expectObject(value, 'merge', index + 1))),
  );
}
