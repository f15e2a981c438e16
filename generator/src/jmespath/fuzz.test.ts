import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileExpression } from './compile.js';
import { evaluateExpression } from '../../testing/evaluate-expression.js';
import { functions } from './functions.js';
import { marks } from './parse/token.js';

const words = [
  ...marks,
  ...'a,b,args,body,"q r",0,-1,12,\'text\',`1`,`{"a": [1]}`,`null`,"", ,\n'.split(','),
  ...[...functions.keys()].flatMap((name) => [name, `${name}(`, `${name}(@)`, `${name}(a, &b)`]),
];
const soup = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(''));
const scope = {
  args: { a: 'x' },
  body: [{ a: 1, b: [1n, 2.5] }],
  a: [3, 'é', null, { b: {} }],
  b: { a: false },
};

/** Compiles, and runs what compiles. A fault is any error but those of the language, and a place outside of the source. */
function tryOut(source: string): 'refused' | 'compiled' {
  const compiled = compileExpression(source);
  if (!compiled.ok) {
    const { message, offset, length } = compiled;
    const inside = offset >= 0 && length >= 0 && offset + length <= source.length;
    if (message === '' || !inside) throw new Error(`a bad diagnostic: ${JSON.stringify(compiled)}`);
    return 'refused';
  }
  try {
    evaluateExpression(compiled.expression, scope);
  } catch (error) {
    if ((error as Error).name !== 'SelectError') throw new Error(`fails: ${source}`, { cause: error });
  }
  return 'compiled';
}

function count(texts: readonly string[]): Record<'refused' | 'compiled', number> {
  const counts = { refused: 0, compiled: 0 };
  for (const text of texts) counts[tryOut(text)] += 1;
  return counts;
}

test('token soup is compiled to code that runs, or refused with a place', () => {
  const counts = count(fc.sample(soup, 20_000));
  expect(counts.refused).toBeGreaterThan(500);
  expect(counts.compiled).toBeGreaterThan(500);
});

test('any text at all is compiled or refused', () => {
  const counts = count(fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), 5_000));
  expect(counts.refused + counts.compiled).toBe(5_000);
});

const deep = 5_000;
test.each([
  ['parentheses', '('.repeat(deep) + 'a' + ')'.repeat(deep)],
  ['brackets', '['.repeat(deep)],
  ['lists', '[a,'.repeat(deep)],
  ['hashes', '{a:'.repeat(deep)],
  ['negations', '!'.repeat(deep) + 'a'],
  ['calls', 'abs('.repeat(deep)],
  ['references', 'map(&'.repeat(deep)],
  ['fields', 'a' + '.a'.repeat(deep)],
  ['indices', 'a' + '[0]'.repeat(deep)],
  ['wildcards', 'a' + '[*]'.repeat(deep)],
  ['values', 'a' + '.*'.repeat(deep)],
  ['slices', 'a' + '[:]'.repeat(deep)],
  ['filters', 'a[?'.repeat(deep)],
  ['filters of items', 'a' + '[?a]'.repeat(deep)],
  ['flattens', 'a' + '[]'.repeat(deep)],
  ['alternatives', 'a' + '||a'.repeat(deep)],
  ['comparisons', 'a' + '==a'.repeat(deep)],
  ['pipes', 'a' + '|a'.repeat(deep)],
  ['a literal', '`' + '['.repeat(deep) + ']'.repeat(deep) + '`'],
  ['a long text', `'${'x'.repeat(3_000_000)}'`],
  ['an open text', `'${'x\\'.repeat(1_000_000)}`],
])('%s without end are refused, not overflowed', (_, source) => {
  expect(tryOut(source)).toBe('refused');
});

test.each([
  ['parentheses', '('.repeat(60) + 'a' + ')'.repeat(60)],
  ['fields', 'a' + '.a'.repeat(250)],
  ['alternatives', 'a' + ' || a'.repeat(250)],
  ['indices', 'a' + '[0]'.repeat(250)],
  ['keys', `{${Array.from({ length: 1_000 }, (_, index) => `k${index}: a.b`).join()}}`],
])('many %s are fine', (_, source) => {
  expect(tryOut(source)).toBe('compiled');
});
