import { refuse } from '../../error.js';

/** A list of values; undefined, as a whole, when one of them is absent, so that nothing shifts. */
export function list(...values: readonly unknown[]): readonly unknown[] | undefined {
  return values.includes(undefined) ? undefined : values;
}

/** Values to spread into a list: none at all when one of them is absent. */
export function optional(...values: readonly unknown[]): readonly unknown[] {
  return list(...values) ?? [];
}

/** An object without its absent members. */
export function record(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** Refuses a value that a request cannot do without. The name is that of a value in it. */
export function demand<Value>(value: Value | undefined, name: string): Value {
  return value ?? refuse(name, 'is required');
}
