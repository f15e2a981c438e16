import { type AST, RegExpParser } from '@eslint-community/regexpp';

type Next = (at: number) => boolean;
type Matcher = (at: number, next: Next) => boolean;

class Enough extends Error {}

/**
 * Searches a text as ECMA-262 describes it, by trying one way after another, and counts the characters that it
 * looks at; it gives up at `most`.
 */
export function countSteps(source: string, flags: string, text: string, most: number): number {
  let steps = 0;
  const captured = new Map<AST.CapturingGroup, string | undefined>();
  const lines = flags.includes('m');
  const isEnd = (at: number) => at === text.length || (lines && text[at] === '\n');

  function matcher(element: AST.Element): Matcher {
    switch (element.type) {
      case 'Group':
        return anyOf(element.alternatives);
      case 'CapturingGroup':
        return capture(element);
      case 'Backreference': {
        const group = element.resolved as AST.CapturingGroup;
        return (at, next) => {
          const wanted = captured.get(group) ?? '';
          return looked() && text.startsWith(wanted, at) && next(at + wanted.length);
        };
      }
      case 'Quantifier':
        return repeat(matcher(element.element), element.min, element.max, element.greedy);
      case 'Assertion':
        if (element.kind === 'start')
          return (at, next) => (at === 0 || (lines && text[at - 1] === '\n')) && next(at);
        if (element.kind === 'end') return (at, next) => isEnd(at) && next(at);
        return look(element);
      default: {
        const one = new RegExp(`^(?:${element.raw})$`, flags.replace('m', ''));
        return (at, next) => {
          return looked() && at < text.length && one.test(text[at]!) && next(at + 1);
        };
      }
    }
  }

  /** Counts a character that is looked at. */
  function looked(): boolean {
    if ((steps += 1) >= most) throw new Enough();
    return true;
  }

  function capture(group: AST.CapturingGroup): Matcher {
    const match = anyOf(group.alternatives);
    return (at, next) =>
      match(at, (behind) => {
        const before = captured.get(group);
        captured.set(group, text.slice(at, behind));
        if (next(behind)) return true;
        captured.set(group, before);
        return false;
      });
  }

  /** A look-ahead; a look-behind of one character, and no word edges. */
  function look(element: AST.Assertion): Matcher {
    if (element.kind !== 'lookahead' && element.kind !== 'lookbehind') throw new Error(element.raw);
    const match = anyOf(element.alternatives);
    const from = element.kind === 'lookahead' ? 0 : 1;
    return (at, next) => (at >= from && match(at - from, () => true)) !== element.negate && next(at);
  }

  function anyOf(alternatives: readonly AST.Alternative[]): Matcher {
    const matchers = alternatives.map(({ elements }) =>
      elements.map(matcher).reduceRight<Matcher>(
        (rest, first) => (at, next) => first(at, (behind) => rest(behind, next)),
        (at, next) => next(at),
      ),
    );
    return (at, next) => matchers.some((match) => match(at, next));
  }

  function repeat(match: Matcher, min: number, max: number, greedy: boolean): Matcher {
    const again = (at: number, next: Next, done: number): boolean => {
      const more = () =>
        done < max && match(at, (behind) => (behind > at || done < min) && again(behind, next, done + 1));
      if (done < min) return more();
      return greedy ? more() || next(at) : next(at) || more();
    };
    return (at, next) => again(at, next, 0);
  }

  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const match = anyOf(pattern.alternatives);
  try {
    for (let start = 0; start <= text.length && !match(start, () => true); start += 1);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return steps;
}
