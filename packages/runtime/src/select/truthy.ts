import { valueType } from './value-type.js';

/** JMESPath's idea of true: everything but null, false, "", [] and {}. The number 0 is true. */
export function truthy(value: unknown): boolean {
  const type = valueType(value);
  if (type === 'array') return (value as readonly unknown[]).length > 0;
  if (type === 'object') return Object.keys(value as object).length > 0;
  return type !== 'null' && value !== false && value !== '';
}

/** `a || b || …`: the first operand that is truthy, else the last. Later operands are computed when needed. */
export function or(first: unknown, ...later: readonly (() => unknown)[]): unknown {
  let value = first;
  for (const next of later) {
    if (truthy(value)) break;
    value = next();
  }
  return value;
}

/** `a && b && …`: the first operand that is not truthy, else the last. Later operands are computed when needed. */
export function and(first: unknown, ...later: readonly (() => unknown)[]): unknown {
  let value = first;
  for (const next of later) {
    if (!truthy(value)) break;
    value = next();
  }
  return value;
}
