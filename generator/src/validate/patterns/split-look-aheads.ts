import type { AST } from '@eslint-community/regexpp';

/** So many times as one are still a matter of milliseconds. */
const mostParts = 20;

/** Elements of an expression, one after another. */
export type Sequence = Pick<AST.Alternative, 'elements'>;

/** A part of an expression whose runs are counted apart from those of the others. */
export interface SequencePart {
  readonly alternatives: readonly Sequence[];
  /** The most characters that a text has which comes so far. */
  readonly longest: number;
  /** Where it begins in the source: what stands before it decides whether it is tried. */
  readonly start: number;
}

/**
 * The look-aheads that an expression begins with, behind `^`, and the rest. Each is tried once, from the beginning of the
 * text, and none is tried again when a later one fails; so their times add up, and together they are as good as each. One
 * such as `(?=.{1,253}$)` lets no longer text come to what stands behind it.
 */
export function splitLookAheads(
  { alternatives, start }: AST.Pattern,
  flags: string,
): readonly SequencePart[] {
  const whole = [{ alternatives, longest: Infinity, start }];
  const [begin, ...rest] = alternatives.length === 1 ? alternatives[0]!.elements : [];
  if (flags.includes('m') || begin?.type !== 'Assertion' || begin.kind !== 'start') return whole;
  const parts: SequencePart[] = [];
  let longest = Infinity;
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    if (next.type !== 'Assertion' || next.kind !== 'lookahead') {
      rest.unshift(next);
      break;
    }
    const inside = next.alternatives.map(({ elements }) => ({ elements: [begin, ...elements] }));
    parts.push({ alternatives: inside, longest, start: next.start });
    longest = Math.min(longest, lengthAllowed(next));
  }
  if (parts.length === 0 || parts.length > mostParts) return whole;
  return [...parts, { alternatives: [{ elements: [begin, ...rest] }], longest, start: rest[0]?.start ?? 0 }];
}

/** 253 for `(?=.{1,253}$)`. */
function lengthAllowed({ negate, alternatives }: AST.LookaheadAssertion): number {
  const [counted, end, ...more] = alternatives.length === 1 ? alternatives[0]!.elements : [];
  if (negate || counted?.type !== 'Quantifier' || more.length > 0) return Infinity;
  const isEnd = end?.type === 'Assertion' && end.kind === 'end';
  const isOne = ['Character', 'CharacterSet', 'CharacterClass'].includes(counted.element.type);
  return isEnd && isOne ? counted.max : Infinity;
}
