/** What is there before each case: keys of every kind, `e` with an end, `none` free. */
export const stage: readonly (readonly string[])[] = [
  'SET s hello',
  'SET n 10',
  'SET f 10.5',
  'SET e soon EX 1000',
  'RPUSH l a b c a',
  'HSET h a 1 b 2 7 x',
  'SADD t a b c',
  'SADD u b c d',
  'ZADD z 1 a 2 b 2 c 3.5 d',
  'ZADD y 5 b -inf low inf high',
].map((line) => line.split(' '));

/** Words for what a line cannot spell. */
const spelled = new Map(
  Object.entries({
    '""': '',
    $umlaut: 'wärme',
    $bytes: '\u0000é☕',
    $space: ' 1',
    $max: '9223372036854775807',
    $min: '-9223372036854775808',
    $over: '9223372036854775808',
    $future: '4102444800',
    $futureMs: '4102444800000',
  }),
);

/** Arguments where a number is asked for. */
const numbers = '0 1 -1 2 -2 3 -3 100 -100 $max $min $over x 1.5 +1 01 -0 "" 1e3 $space'.split(' ');
const floats =
  '0 1 -1 1.5 (1.5 -1.5 .5 5. 1e3 1E-2 inf -inf +inf infinity nan x "" 0x10 1.5x 1e400 -1e400 1e-400 $space 1_0'.split(
    ' ',
  );
/** Milliseconds that are over before the cases are, or not for long. */
const milliseconds = '0 -1 -100 100000 $max $min $over x 1.5 +1 01 ""'.split(' ');
const keys = 's n l h t z none'.split(' ');
const patterns = '* ? a* *a [ab] [^ab] [a-c] [c-a] \\a a\\ [a [^] [] ** *? a?c'.split(' ');

/** `{key}` stands for each of these in turn. */
const sets: Readonly<Record<string, readonly string[]>> = {
  key: keys,
  int: numbers,
  ms: milliseconds,
  float: floats,
  pattern: patterns,
  rest: ['', 'x', 'x y'],
};

/** Lines of commands, `;` between them; `{name}` gives as many lines as the set has members. */
export function readCases(text: string): string[][][] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .flatMap(expand)
    .map((line) => line.split(';').map((command) => command.trim().split(/ +/).map(spell)));
}

function expand(line: string): string[] {
  const name = /\{(\w+)\}/.exec(line)?.[1];
  if (name === undefined) return [line];
  return (sets[name] ?? []).flatMap((member) => expand(line.replace(`{${name}}`, () => member)));
}

function spell(word: string): string {
  return spelled.get(word) ?? word;
}
