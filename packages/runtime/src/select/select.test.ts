import { describe, expect, test } from 'vitest';
import * as select from './index.js';

const {
  and,
  at,
  avg,
  contains,
  equal,
  get,
  less,
  max,
  or,
  slice,
  sort,
  sortBy,
  sum,
  toNumber,
  toString,
  truthy,
} = select;

describe('large integers are numbers', () => {
  const large = 9_007_199_254_740_993n;

  test('in types, equality and order', () => {
    expect(select.type(large)).toBe('number');
    expect(equal(1n, 1)).toBe(true);
    expect(equal([{ a: large }], [{ a: large }])).toBe(true);
    expect(equal(large, Number(large))).toBe(false);
    expect(less(1, large)).toBe(true);
    expect(truthy(0n)).toBe(true);
    expect(sort([large, 1, 2.5, -3n])).toEqual([-3n, 1, 2.5, large]);
    expect(max([1, large])).toBe(large);
    expect(contains([1n], 1)).toBe(true);
  });

  test('in sums, which stay exact', () => {
    expect(sum([large, 1])).toBe(9_007_199_254_740_994n);
    expect(sum([1n, 2])).toBe(3);
    expect(sum([1n, 0.5])).toBe(1.5);
    expect(avg([1n, 2])).toBe(1.5);
    expect(select.abs(-5n)).toBe(5n);
    expect(select.ceil(large)).toBe(large);
    expect(select.floor(large)).toBe(large);
  });

  test('in conversions, with every digit', () => {
    expect(toString({ id: large, list: [1n] })).toBe('{"id":9007199254740993,"list":[1]}');
    expect(toNumber('9007199254740993')).toBe(large);
    expect(toNumber('-12')).toBe(-12);
    expect(toNumber('7'.repeat(1000))).toBe(BigInt('7'.repeat(1000)));
    expect(toNumber('7'.repeat(1001))).toBeNull();
  });
});

test.each(['', ' 1', '0x10', '01', '1.', '.5', 'Infinity', 'NaN', '1e999', '١', '1n'])(
  '%j is no number',
  (text) => {
    expect(toNumber(text)).toBeNull();
  },
);

test('text is counted and ordered by code point', () => {
  // As UTF-16 units the emoji would come first.
  expect(sort(['\u{1f600}', '\uffee', 'z', 'Z', 'é', ''])).toEqual([
    '',
    'Z',
    'z',
    'é',
    '\uffee',
    '\u{1f600}',
  ]);
  expect(sort(['ab', 'a'])).toEqual(['a', 'ab']);
  expect(select.length('a😀')).toBe(2);
  expect(slice('a😀b', 1, 2, 1)).toBe('😀');
  expect(select.reverse('a😀')).toBe('😀a');
  expect(select.findFirst('😀😀b', 'b')).toBe(2);
  expect(select.findLast('😀b😀b', 'b', 0, 3)).toBe(1);
  expect(select.padLeft('😀', 3, '😀')).toBe('😀😀😀');
  expect(select.split('a😀', '')).toEqual(['a', '😀']);
});

test('whitespace is what Unicode says', () => {
  expect(select.trim('\u0085\u00a0\u2028 x \u3000\t')).toBe('x');
  expect(select.trim('\ufeffx\u200b')).toBe('\ufeffx\u200b');
});

test('nothing but own properties of objects is read', () => {
  expect(get(Object.create({ inherited: 1 }), 'inherited')).toBeNull();
  expect(get({}, 'constructor', 'name')).toBeNull();
  expect(get('text', 'length')).toBeNull();
  expect(get([1], 'length')).toBeNull();
  expect(get(null, 'a')).toBeNull();
  expect(get({ a: undefined }, 'a')).toBeNull();
  expect(get(JSON.parse('{"__proto__": 1}'), '__proto__')).toBe(1);
});

test('the arguments stay as they are', () => {
  const list = Object.freeze([3, 1, 2]);
  const rows = Object.freeze([Object.freeze({ n: 2 }), Object.freeze({ n: 1 })]);
  expect(sort(list)).toEqual([1, 2, 3]);
  expect(select.reverse(list)).toEqual([2, 1, 3]);
  expect(sortBy(rows, (row) => get(row, 'n'))).toEqual([{ n: 1 }, { n: 2 }]);
  expect(select.merge(rows[0], { m: 1 })).toEqual({ n: 2, m: 1 });
  expect(list).toEqual([3, 1, 2]);
});

test('sorting keeps the order of equal keys', () => {
  const rows = Array.from({ length: 50 }, (_, index) => ({ key: index % 3, index }));
  const sorted = sortBy(rows, (row) => get(row, 'key')) as typeof rows;
  expect(sorted.map(({ index }) => index)).toEqual(
    [0, 1, 2].flatMap((key) => rows.filter((row) => row.key === key).map(({ index }) => index)),
  );
});

test('later operands are computed only when they are needed', () => {
  const never = () => {
    throw new Error('computed');
  };
  expect(or('a', never)).toBe('a');
  expect(or([], () => 0, never)).toBe(0);
  expect(and('', never)).toBe('');
  expect(and(1, () => null, never)).toBeNull();
});

test('an index counts from the end when it is negative', () => {
  expect([at([1, 2], -1), at([1, 2], -3), at([1, 2], 2), at('ab', 0), at([undefined], 0)]).toEqual([
    2,
    null,
    null,
    null,
    null,
  ]);
});

test('equality is deep and does not mind the order of keys', () => {
  expect(equal({ a: [1, { b: null }], c: 2 }, { c: 2, a: [1, { b: null }] })).toBe(true);
  expect(equal({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(equal({ toString: 1 }, { constructor: 1 })).toBe(false);
  expect(equal([], {})).toBe(false);
  expect(equal('1', 1)).toBe(false);
  expect(equal(undefined, null)).toBe(true);
});

test('an error names the function, the argument and the types, never a value', () => {
  const secret = 'hunter2';
  expect(() => select.lower({ password: secret })).toThrow(
    'lower(): argument 1 must be a string, not object',
  );
  expect(() => select.sum([secret])).toThrow(
    'sum(): argument 1 must be an array of numbers, but holds string',
  );
  expect(() => sortBy([{ key: secret }, { key: 1 }], (row) => get(row, 'key'))).toThrow(
    'sort_by(): the keys must be all strings or all numbers, not string and number',
  );
});
