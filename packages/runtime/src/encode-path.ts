import type { Template } from './operation.js';
import { joinParts, type Lookup } from './render-template.js';

const unsafe = /[\p{Cc}\p{Cs}]/u;

/** What a path segment may hold unencoded besides what `encodeURIComponent` leaves (RFC 3986, section 3.3). */
const pathCharacters = /%(3A|40|24|26|2B|2C|3B|3D)/g;

/**
 * A path below a base URL, each segment encoded for itself, so that no value can change
 * the route. `refuse` is told of a segment that cannot be sent, and the rule it breaks.
 */
export function encodePath(
  segments: readonly Template[],
  lookup: Lookup,
  refuse: (segment: Template, rule: string) => never,
): string {
  return segments.map((segment) => `/${encodeSegment(segment, lookup, refuse)}`).join('');
}

function encodeSegment(
  segment: Template,
  lookup: Lookup,
  refuse: (segment: Template, rule: string) => never,
): string {
  // An empty segment that the spec itself wrote is a trailing slash.
  if (segment === '') return segment;
  const plain = joinParts(segment, lookup, String);
  if (plain === undefined) return refuse(segment, 'is required');
  if (plain === '') return refuse(segment, 'must not be empty');
  if (plain === '.' || plain === '..') return refuse(segment, 'must not be "." or ".."');
  if (unsafe.test(plain)) return refuse(segment, 'must not contain control characters or lone surrogates');
  return joinParts(segment, lookup, encodeURIComponent, encodeLiteral)!;
}

function encodeLiteral(text: string): string {
  return encodeURIComponent(text).replace(pathCharacters, decodeURIComponent);
}
