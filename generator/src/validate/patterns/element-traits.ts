import type { AST } from '@eslint-community/regexpp';

/** Whether it can match without reading anything. */
export function canBeEmpty(element: AST.Element): boolean {
  if (element.type === 'Quantifier') return element.min === 0 || canBeEmpty(element.element);
  if (element.type === 'Group' || element.type === 'CapturingGroup') {
    return element.alternatives.some(({ elements }) => elements.every(canBeEmpty));
  }
  return element.type === 'Assertion' || element.type === 'Backreference';
}

/** Whether what a group has read is one character at most, as in `([-/])` and `(["'])?`. */
export function readsOneAtMost({ alternatives }: AST.CapturingGroup): boolean {
  return alternatives.every(({ elements }) => elements.reduce((sum, one) => sum + mostRead(one), 0) <= 1);
}

function mostRead(element: AST.Element): number {
  if (isOne(element)) return 1;
  if (element.type === 'Assertion') return ['lookahead', 'lookbehind'].includes(element.kind) ? Infinity : 0;
  if (element.type === 'Quantifier')
    return element.max <= 1 ? element.max * mostRead(element.element) : Infinity;
  if (element.type !== 'Group' && element.type !== 'CapturingGroup') return Infinity;
  return Math.max(
    ...element.alternatives.map(({ elements }) => elements.reduce((sum, one) => sum + mostRead(one), 0)),
  );
}

/**
 * Whether each of them reads a fixed number of characters, a hundred at most, and in one way only: nothing in it repeats a
 * varying number of times, branches or looks around, so that the engine has nothing to try twice.
 */
export function isFixed(alternatives: readonly AST.Alternative[]): boolean {
  const lengths = alternatives.map(({ elements }) =>
    elements.reduce((sum, one) => sum + fixedLength(one), 0),
  );
  return lengths.reduce((sum, length) => sum + length, 0) <= 100;
}

/** Infinity for what has no fixed length. */
function fixedLength(element: AST.Element): number {
  if (isOne(element)) return 1;
  if (element.type === 'Quantifier' && element.min === element.max && isOne(element.element))
    return element.min;
  const isEdge = element.type === 'Assertion' && !['lookahead', 'lookbehind'].includes(element.kind);
  return isEdge ? 0 : Infinity;
}

function isOne({ type }: AST.Element): boolean {
  return type === 'Character' || type === 'CharacterSet' || type === 'CharacterClass';
}
