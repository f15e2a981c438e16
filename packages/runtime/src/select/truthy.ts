/** JMESPath's idea of true: everything but null, false, "", [] and {}. The number 0 is true. */
export function truthy(value: unknown): boolean {
  if (typeof value === 'object') return value !== null && Object.keys(value).length > 0;
  return value !== undefined && value !== false && value !== '';
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
