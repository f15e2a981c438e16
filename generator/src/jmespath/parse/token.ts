import type { Json } from '../../javascript/literal.js';
import type { Span } from '../ast.js';

/** Marks that stand for themselves, longest first. */
// prettier-ignore
export const marks = [
  '[?', '[]', '||', '&&', '==', '!=', '<=', '>=',
  '.', '*', ',', ':', '@', '&', '|', '!', '<', '>', '(', ')', '[', ']', '{', '}',
] as const;

export type Mark = (typeof marks)[number];

type Kinds =
  | { readonly kind: 'name'; readonly name: string; readonly quoted: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: Mark }
  | { readonly kind: 'end' };

/** One token of an expression, with its place. */
export type Token = Span & Kinds;
