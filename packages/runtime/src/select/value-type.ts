export type ValueType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** The JMESPath type of a value. BigInt is a number; whatever is absent is null. */
export function valueType(value: unknown): ValueType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'bigint' ? 'number' : /^[bns]/.test(type) ? (type as ValueType) : 'object';
}

/** True for objects that are no lists. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for numbers, BigInt included. */
export function isNumber(value: unknown): value is number | bigint {
  return valueType(value) === 'number';
}
