/** `value[index]` of a list; a negative index counts from the end. Null outside of it, and for what is no list. */
export function at(value: unknown, index: number): unknown {
  return Array.isArray(value) ? (value.at(index) ?? null) : null;
}
