import type { AST } from '@eslint-community/regexpp';

/** Whether it can match without reading anything. */
export function canBeEmpty(element: AST.Element): boolean {
  if (element.type === 'Quantifier') return element.min === 0 || canBeEmpty(element.element);
  if (element.type === 'Group' || element.type === 'CapturingGroup') {
    return element.alternatives.some(({ elements }) => elements.every(canBeEmpty));
  }
  return element.type === 'Assertion';
}

/** Whether none of them can read more than a hundred or so characters. */
export function isShort(alternatives: readonly AST.Alternative[]): boolean {
  return alternatives.every(({ elements }) =>
    elements.every((element): boolean => {
      if (element.type === 'Quantifier') return element.max <= 100 && isOne(element.element);
      if (element.type === 'Group' || element.type === 'CapturingGroup') return isShort(element.alternatives);
      return element.type !== 'Backreference';
    }),
  );
}

function isOne({ type }: AST.Element): boolean {
  return type === 'Character' || type === 'CharacterSet' || type === 'CharacterClass';
}
