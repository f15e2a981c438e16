import { search } from '@jmespath-community/jmespath';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileExpression } from './compile.js';
import { evaluateExpression } from '../../testing/evaluate-expression.js';

// Another implementation of the language, by other people. Where it is known to leave the written
// standard, the inputs are narrowed and the reason is given.

type Outcome = { readonly value: unknown } | { readonly failed: true };
type Case = readonly [expression: string, scope: unknown];

function ours([expression, scope]: Case): Outcome {
  const compiled = compileExpression(expression);
  if (!compiled.ok) return { failed: true };
  try {
    return { value: evaluateExpression(compiled.expression, scope) };
  } catch (error) {
    if ((error as Error).name !== 'SelectError') throw error;
    return { failed: true };
  }
}

function theirs([expression, scope]: Case): Outcome {
  try {
    return { value: search(scope as never, expression) ?? null };
  } catch {
    return { failed: true };
  }
}

/** Compares both on many cases; says where they part. The seed is fixed: a fault of the witness that nobody has met yet must not fail a build. */
function parting(cases: fc.Arbitrary<Case>, numRuns = 200): string | undefined {
  const compare = fc.property(cases, (each) => {
    expect({ case: each, ...ours(each) }).toEqual({ case: each, ...theirs(each) });
  });
  const details = fc.check(compare, { seed: 20_100, numRuns });
  return details.failed ? fc.defaultReportMessage(details) : undefined;
}

// Letters of one and of two UTF-16 units. The witness counts units in some functions, so those get `letters` only.
const letters = fc.string({ unit: fc.constantFrom('a', 'b', '-', ' ', 'é', '\t'), maxLength: 12 });
const anyText = fc.string({ unit: fc.constantFrom(..."aBßİ 😀é\u2028'\\"), maxLength: 12 });
const part = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 2 });
const count = fc.option(fc.integer({ min: -1, max: 5 }));

describe('text functions agree with another implementation', () => {
  test('lower, upper, length, reverse, to_string, type', () => {
    const fn = fc.constantFrom('lower', 'upper', 'length', 'reverse', 'to_string', 'type');
    expect(parting(fc.tuple(fn, anyText).map(([name, s]) => [`${name}(s)`, { s }]))).toBeUndefined();
  });

  test('find_first and find_last', () => {
    // The witness takes an end of 0 for none, and does not count negative positions from the end.
    const bounds = fc.constantFrom('', ', a', ', a, b');
    const scope = fc.record({
      s: letters,
      p: fc.oneof(part, fc.constant('')),
      a: fc.nat(12),
      b: fc.integer({ min: 1, max: 14 }),
    });
    const fn = fc.constantFrom('find_first', 'find_last');
    const cases = fc
      .tuple(fn, bounds, scope)
      .map(([name, range, data]): Case => [`${name}(s, p${range})`, data]);
    expect(parting(cases)).toBeUndefined();
  });

  test('pad_left and pad_right', () => {
    // The witness gives "" for an empty subject, and takes an empty pad for a space.
    const scope = fc.record({
      s: letters.filter((text) => text !== ''),
      w: fc.integer({ min: -2, max: 20 }),
      p: fc.constantFrom('-', 'xy', 'é'),
    });
    const call = fc.constantFrom(
      'pad_left(s, w)',
      'pad_right(s, w)',
      'pad_left(s, w, p)',
      'pad_right(s, w, p)',
    );
    expect(parting(fc.tuple(call, scope))).toBeUndefined();
  });

  test('replace', () => {
    // With a count, the witness replaces within what it has just put in; `b` holds nothing of `o` here.
    const by = fc.string({ unit: fc.constantFrom('x', 'y', '.'), maxLength: 3 });
    const scope = fc.record({ s: letters, o: part, b: by, c: count });
    const cases = scope.map((data): Case => [
      data.c === null ? 'replace(s, o, b)' : 'replace(s, o, b, c)',
      data,
    ]);
    expect(parting(cases)).toBeUndefined();
  });

  test('split', () => {
    // With more splits asked for than there are, the witness adds an empty part; and it takes any count for ''.
    const scope = fc
      .record({ s: letters, p: fc.oneof(part, fc.constant('')), c: count })
      .filter(({ s, p, c }) => c === null || (s !== '' && c < s.split(p).length));
    const cases = scope.map((data): Case => [data.c === null ? 'split(s, p)' : 'split(s, p, c)', data]);
    expect(parting(cases)).toBeUndefined();
  });

  test('trim, trim_left and trim_right', () => {
    const blank = fc.string({ unit: fc.constantFrom(...' \t\u0085\u00a0\u2003\u3000ab') });
    const scope = fc.record({
      s: fc.oneof(letters, blank),
      c: fc.constantFrom('', ' ', 'a', 'ab ', '-', '^a', 'é\t'),
    });
    const fn = fc.constantFrom('trim', 'trim_left', 'trim_right');
    const args = fc.constantFrom('(s)', '(s, c)');
    const cases = fc.tuple(fn, args, scope).map(([name, list, data]): Case => [name + list, data]);
    expect(parting(cases)).toBeUndefined();
  });

  test('join, starts_with, ends_with and contains', () => {
    const calls = [
      'join(p, l)',
      'starts_with(s, p)',
      'contains(s, p)',
      'contains(l, s)',
      "contains(s, 'a')",
      "contains(l, 'a')",
      'join(l, p)',
      'lower(l)',
    ];
    const scope = fc.record({ l: fc.array(letters, { maxLength: 3 }), s: letters, p: part });
    expect(parting(fc.tuple(fc.constantFrom(...calls), scope))).toBeUndefined();
    // The witness is right about suffixes that are no longer than the subject.
    const long = scope.map((data): Case => ['ends_with(s, p)', { ...data, s: data.s + data.p }]);
    expect(parting(long)).toBeUndefined();
  });
});

test('functions of lists and objects agree with another implementation', () => {
  // The witness does not keep the order of items whose keys are equal strings, and cannot read "" as a number.
  const row = fc.record({
    k: letters.filter((text) => text.trim() !== ''),
    n: fc.integer({ min: -5, max: 5 }),
  });
  const scope = fc.record({ rows: fc.uniqueArray(row, { maxLength: 5, selector: ({ k }) => k }) });
  const calls = `
    sort_by(rows, &n)      sort_by(rows, &k)       group_by(rows, &k)         group_by(rows, &n)
    map(&n, rows)          map(&missing, rows)     zip(rows[].n, rows[].k)    rows[].items(@)
    sum(rows[].n)          avg(rows[].n)           from_items(rows[].[k, n])  from_items(rows[].[n, k])
    max(rows[].n)          min(rows[].n)           rows[].merge(@, {x: n})    not_null(missing, rows)
    rows[].to_number(k)    to_array(rows[0].n)     keys(rows[0] || rows)      reverse(rows[].k)`;
  const call = fc.constantFrom(...calls.trim().split(/\s{2,}/));
  expect(parting(fc.tuple(call, scope), 600)).toBeUndefined();
});

describe('the grammar agrees with another implementation', () => {
  const { data } = fc.letrec((tie) => ({
    data: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(0, 1, 2, 'x', 'y', '', true, false),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('data'),
    ),
  }));

  // The witness ends the projection of `x.*` after one name, so `*` stands only at the start. Where a multi-select
  // or a function follows a projection it applies that to null items too; after `.not_null(@)` both agree.
  const { expression } = fc.letrec<Record<'expression' | 'chain' | 'link' | 'first', string>>((tie) => {
    const operand = tie('expression');
    const two = fc.tuple(operand, operand);
    const name = fc.constantFrom('a', 'b', 'c', '"a"');
    const starts = fc.constantFrom('@', '*', '[*]', '[]', '[0]', "'x'", '`1`', '`[{"a": [1, 2]}]`');
    const brackets = fc.constantFrom('[0]', '[-1]', '[*]', '[]', '[1:]', '[::-1]', '[:2]');
    const calls = fc.constantFrom('.not_null(@).to_array(@)', '.not_null(@).type(@)', '.not_null(a, b)');
    const dotted = name.map((each) => `.${each}`);
    return {
      first: fc.oneof(name, starts),
      link: fc.oneof(
        ...([{ depthSize: 'small' }, dotted, brackets, calls] as const),
        operand.map((each) => `[?${each}]`),
        operand.map((each) => `.not_null(@).[${each}, a]`),
        operand.map((each) => `.not_null(@).{p: ${each}, "q r": b}`),
      ),
      chain: fc
        .tuple(tie('first'), fc.array(tie('link'), { maxLength: 4 }))
        .map(([head, links]) => head + links.join('')),
      expression: fc.oneof(
        { depthSize: 'small' },
        tie('chain'),
        fc
          .tuple(operand, fc.constantFrom('||', '&&', '|', '==', '!=', '<', '>='), operand)
          .map((each) => each.join(' ')),
        operand.map((each) => `(${each})`),
        operand.map((each) => `!(${each})`),
        two.map(([a, b]) => `[${a}, ${b}]`),
        two.map(([a, b]) => `{a: ${a}, b: ${b}}`),
      ),
    };
  });

  test('random expressions over random data', () => {
    expect(parting(fc.tuple(expression, data), 2_000)).toBeUndefined();
  });

  test('most of the random expressions are valid', () => {
    const valid = fc
      .sample(expression, { seed: 1, numRuns: 500 })
      .filter((each) => compileExpression(each).ok);
    expect(valid.length).toBeGreaterThan(450);
  });
});
