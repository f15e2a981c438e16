/** `value | next`: goes on with the value, whatever it is. */
export function pipe(value: unknown, next: (value: unknown) => unknown): unknown {
  return next(value ?? null);
}

/** `value.next`: goes on with the value; null when it is null. */
export function within(value: unknown, next: (value: unknown) => unknown): unknown {
  return value === null || value === undefined ? null : next(value);
}
