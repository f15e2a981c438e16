export type ValueType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** The JMESPath type of a value. BigInt is a number; whatever is absent is null. */
export function valueType(value: unknown): ValueType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'bigint' ? 'number' : (typeof value as ValueType);
}

/** True for objects that are no lists. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return valueType(value) === 'object';
}

/** True for numbers, BigInt included. */
export function isNumber(value: unknown): value is number | bigint {
  return valueType(value) === 'number';
}
