import { array, constantFrom, letrec, oneof, sample, tuple } from 'fast-check';

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

const { choice } = letrec<{ atom: string; sequence: string; choice: string }>((tie) => ({
  atom: oneof(
    { maxDepth: 2, depthSize: 'small', depthIdentifier: 'group' },
    constantFrom('a', 'a', 'b', '-', '[ab]', '[^a]', '.', '\\w'),
    tie('choice').map((inside) => `(?:${inside})`),
  ),
  sequence: array(tuple(tie('atom'), constantFrom('', '', '', '*', '+', '?', '*?', '{2}', '{0,2}', '{1,}')), {
    minLength: 1,
    maxLength: 3,
  }).map((parts) => parts.map((part) => part.join('')).join('')),
  choice: array(tie('sequence'), { minLength: 1, maxLength: 2 }).map((parts) => parts.join('|')),
}));

/** The same expressions each time: small ones, of which many backtrack. */
export function randomPatterns(count: number): Pattern[] {
  const pattern = tuple(
    constantFrom('^', '^', ''),
    choice,
    constantFrom('$', ''),
    constantFrom('u', 'm'),
  ).map(([start, inside, end, flags]) => ({ source: `${start}(?:${inside})${end}`, flags }));
  return sample(pattern, { numRuns: count, seed: 7 });
}

/** Those with look-ahead at the beginning, or with a back-reference to one character. */
export function guardedPatterns(count: number): Pattern[] {
  const ending = constantFrom('$', '');
  const guard = tuple(constantFrom('(?=', '(?!'), choice, ending).map(
    ([open, inside, end]) => `${open}(?:${inside})${end})`,
  );
  const guarded = tuple(array(guard, { minLength: 1, maxLength: 2 }), choice, ending).map(
    ([guards, inside, end]) => `^${guards.join('')}(?:${inside})${end}`,
  );
  const repeated = tuple(
    constantFrom('^', ''),
    choice,
    constantFrom('\\1', '\\1*', '(?!\\1)a', '(?:a|\\1)+'),
    choice,
    ending,
  ).map(([start, before, back, after, end]) => `${start}([ab]?)(?:${before})${back}(?:${after})${end}`);
  return sample(oneof(guarded, repeated), { numRuns: count, seed: 7 }).map((source) => ({
    source,
    flags: 'u',
  }));
}
