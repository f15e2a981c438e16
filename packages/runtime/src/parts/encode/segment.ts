import { refuse } from '../../error.js';
import type { Get } from '../../operation.js';
import { toText } from './text.js';

const unsafe = /[\p{Cc}\p{Cs}]/u;

/** The value of a name as one segment of a path, encoded, so that it cannot change the route. */
export function segment(get: Get, name: string): string {
  return joinedSegment(get, ['', ''], name);
}

/** Encodes a segment that holds several values: literals, encoded already, with the value of a name between each two. */
export function joinedSegment(
  get: Get,
  [first = '', ...rest]: readonly string[],
  ...names: readonly string[]
): string {
  let encoded = first;
  for (const [index, name] of names.entries()) {
    const plain = toText(get(name)) ?? refuse(name, 'is required');
    // Beside literals, too, it would be another route: `/books/:read` for `/books/{id}:read`.
    if (plain === '') refuse(name, 'must not be empty');
    if (unsafe.test(plain)) refuse(name, 'must not contain control characters or lone surrogates');
    encoded += encodeURIComponent(plain) + rest[index];
  }
  const [name = ''] = names;
  if (encoded === '.' || encoded === '..') refuse(name, 'must not be "." or ".."');
  return encoded;
}
