import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { type CharRange, matchedRanges } from './alphabet.js';
import { canBeEmpty, isFixed, readsOneAtMost } from './element-traits.js';
import { type Program, type Step, Unproven } from './program.js';
import { type SequencePart, type Sequence, splitLookAheads } from './split-look-aheads.js';

const mostSteps = 5000;
const parser = new RegExpParser({ ecmaVersion: 2024 });

/** A part of an expression, and its program. */
export interface ProgramPart extends Program, Pick<SequencePart, 'longest'> {
  /** Where the part begins in the source. */
  readonly from: number;
}

/** Reads an expression that compiles. Throws {@link Unproven} for what the proof does not cover. */
export function readPrograms(source: string, flags: string): ProgramPart[] {
  return splitLookAheads(parse(source, flags), flags).map(({ alternatives, longest, start: from }) =>
    Object.assign(readProgram(alternatives, flags), { longest, from }),
  );
}

function readProgram(whole: readonly Sequence[], flags: string): Program {
  const steps: Step[] = [];
  const sets: (readonly CharRange[])[] = [];
  const setNumbers = new Map<string, number>();
  let hasAssertions = false;
  let overcounts = false;

  function add(step: Step): number {
    if (steps.length >= mostSteps)
      throw new Unproven(`with its repetitions written out, it has more than ${mostSteps} parts`);
    return steps.push(step) - 1;
  }

  function addRead(
    element: AST.Character | AST.CharacterSet | AST.CharacterClass,
    next: number,
    part: string,
  ) {
    const { raw } = element;
    if (!setNumbers.has(raw)) {
      setNumbers.set(raw, sets.length);
      const isLiteral = element.type === 'Character' && !flags.includes('i');
      sets.push(isLiteral ? [[element.value, element.value]] : matchedRanges(raw, flags));
    }
    return add({ kind: 'read', set: setNumbers.get(raw)!, next, part });
  }

  function addAny(alternatives: readonly Sequence[], next: number, part: string): number {
    const branches = alternatives.map(({ elements }) =>
      elements.reduceRight((after, element) => addElement(element, after, part), next),
    );
    return branches.length === 1 ? branches[0]! : add({ kind: 'try', branches });
  }

  function addElement(element: AST.Element, next: number, part: string): number {
    if (element.type === 'Group' || element.type === 'CapturingGroup') {
      return addAny(element.alternatives, next, part);
    }
    if (element.type === 'Quantifier') return addQuantifier(element, next, part);
    if (element.type === 'Assertion') return addAssertion(element, next, part);
    if (element.type === 'Backreference') return addBackreference(element, next, part);
    if (element.type === 'ExpressionCharacterClass') throw uncovered(element);
    return addRead(element, next, part);
  }

  /**
   * It reads what its group has read: one of the characters that the group can read, or none. Which one is not known, so
   * that, as with what a look-ahead decides, nothing is said to match there.
   */
  function addBackreference(element: AST.Backreference, next: number, part: string): number {
    const group = element.resolved;
    if (Array.isArray(group) || !readsOneAtMost(group)) throw uncovered(element);
    overcounts = true;
    return add({ kind: 'look', branches: [addAny(group.alternatives, next, part), next] });
  }

  function addQuantifier(
    { element, min, max, greedy, raw }: AST.Quantifier,
    next: number,
    outer: string,
  ): number {
    const part = max > 1 ? raw : outer;
    const isEmpty = canBeEmpty(element);
    const addRound = (after: number): number => {
      if (!isEmpty) return addElement(element, after, part);
      const loop = steps.length;
      return add({
        kind: 'begin',
        loop,
        next: addElement(element, add({ kind: 'check', loop, next: after }), part),
      });
    };
    const ordered = (round: number) => (greedy ? [round, next] : [next, round]);
    let first = next;
    if (max === Infinity) {
      const again: Step = { kind: 'try', branches: [] };
      first = add(again);
      again.branches = ordered(addRound(first));
    } else {
      for (let count = min; count < max; count += 1) {
        first = add({ kind: 'try', branches: ordered(addRound(first)) });
      }
    }
    for (let count = 0; count < min; count += 1) {
      const before = first;
      first = addElement(element, first, part);
      if (first === before) break;
    }
    return first;
  }

  function addAssertion(assertion: AST.Assertion, next: number, part: string): number {
    if (assertion.kind === 'lookahead') {
      const inside = addAny(assertion.alternatives, add({ kind: 'stop' }), part);
      return add({ kind: 'look', branches: [inside, next] });
    }
    // It reads backwards, which the proof does not follow; a fixed number of characters costs little.
    if (assertion.kind === 'lookbehind') {
      if (!isFixed(assertion.alternatives)) throw uncovered(assertion);
      overcounts = true;
      return add({ kind: 'look', branches: [next] });
    }
    hasAssertions = true;
    const what = assertion.kind !== 'word' ? assertion.kind : assertion.negate ? 'inside' : 'word';
    return add({ kind: 'assert', what, next });
  }

  const start = addAny(whole, add({ kind: 'accept' }), '');
  return { steps, start, sets, hasAssertions, overcounts };
}

function parse(source: string, flags: string): AST.Pattern {
  try {
    return parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  } catch {
    throw new Unproven('it has syntax that the generator cannot check');
  }
}

function uncovered({ raw }: AST.Element): Unproven {
  return new Unproven(`the generator cannot check \`${raw}\``);
}
