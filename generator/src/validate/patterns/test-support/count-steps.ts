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
  const lines = flags.includes('m');
  const isEnd = (at: number) => at === text.length || (lines && text[at] === '\n');

  function matcher(element: AST.Element): Matcher {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return anyOf(element.alternatives);
      case 'Quantifier':
        return repeat(matcher(element.element), element.min, element.max, element.greedy);
      case 'Assertion':
        if (element.kind === 'start')
          return (at, next) => (at === 0 || (lines && text[at - 1] === '\n')) && next(at);
        return (at, next) => isEnd(at) && next(at);
      default: {
        const one = new RegExp(`^(?:${element.raw})$`, flags.replace('m', ''));
        return (at, next) => {
          if ((steps += 1) >= most) throw new Enough();
          return at < text.length && one.test(text[at]!) && next(at + 1);
        };
      }
    }
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
