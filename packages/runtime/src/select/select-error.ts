/** An expression met a value of a type that it cannot work with. The message names the function and the types, never the value. */
export class SelectError extends Error {
  override readonly name = 'SelectError';
}
