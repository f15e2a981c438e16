import { describe, expect, test } from 'vitest';
import { compileExpression } from './compile.js';
import { evaluateExpression } from '../../testing/evaluate-expression.js';

function compile(source: string) {
  const compiled = compileExpression(source);
  if (!compiled.ok) throw new Error(`${compiled.message} at ${compiled.offset}`);
  return compiled.expression;
}

test.each([
  ['args.key', "get(scope, 'args', 'key')"],
  [
    '{ key: args.key, value: body.result }',
    "({ key: get(scope, 'args', 'key'), value: get(scope, 'body', 'result') })",
  ],
  ['sort(items)', "sort(get(scope, 'items'))"],
  ['a || b || `[]`', "or(get(scope, 'a'), () => get(scope, 'b'), () => [])"],
  ['a || `{}`', "or(get(scope, 'a'), () => ({}))"],
  ['!a', "!truthy(get(scope, 'a'))"],
  ["a != 'x'", "!equal(get(scope, 'a'), 'x')"],
  ['a.b[0].c', "get(at(get(scope, 'a', 'b'), 0), 'c')"],
  ['a[*].b | [0]', "at(project(get(scope, 'a'), (v) => get(v, 'b')), 0)"],
  ['a | {b: @}', "pipe(get(scope, 'a'), (v) => ({ b: v }))"],
  ['a.{b: c}', "within(get(scope, 'a'), (v) => ({ b: get(v, 'c') }))"],
  ['a[]', "flatten(get(scope, 'a'))"],
  ['a[1:].b', "slice(get(scope, 'a'), 1, null, 1, (v) => get(v, 'b'))"],
  ['a[?b == `1`].c', "project(filter(get(scope, 'a'), (v) => equal(get(v, 'b'), 1)), (v) => get(v, 'c'))"],
  ['sort_by(a, &b)', "sortBy(get(scope, 'a'), (v) => get(v, 'b'))"],
  ["contains(a, 'x')", "containsText(get(scope, 'a'), 'x')"],
  ['contains(a, `1`)', "contains(get(scope, 'a'), 1)"],
  ['`-0`', '-0'],
  // As in data: readable where it can be.
  ['{"é": \'café <b> `x`\', b: `"</b>"`}', "({ 'é': 'café <b> `x`', b: '\\x3c/b>' })"],
  ['{"__proto__": a, b: c, b: d}', "({ ['__proto__']: get(scope, 'a'), b: get(scope, 'd') })"],
])('%s compiles to readable code', (source, code) => {
  expect(compile(source).code).toBe(code);
});

test('the names are those that the code calls, sorted', () => {
  const { names, source } = compile("merge(body, { role: a && 'x' || sort(b) })");
  expect(names).toEqual(['and', 'get', 'merge', 'or', 'sort']);
  expect(source).toBe("merge(body, { role: a && 'x' || sort(b) })");
});

/** The marked part is where the diagnostic points. */
test.each([
  ['«lenght»(a)', 'there is no function \'lenght\'; did you mean "length"?'],
  ['a.b | «starts_wiht»(@, b)', 'there is no function \'starts_wiht\'; did you mean "starts_with"?'],
  ['«length(a, b)»', 'length() takes 1 argument, found 2'],
  ['[«split(a)»]', 'split() takes 2 to 3 arguments, found 1'],
  ['«merge()»', 'merge() takes 1 or more arguments, found 0'],
  ['sort_by(a, «b»)', 'argument 2 of sort_by() must be an expression after `&`, such as `&name`'],
  ['sort(«&a»)', 'argument 1 of sort() must not begin with `&`'],
  ['«&»a', '`&` can be used only before an argument of a function'],
  ['«"length"»(a)', 'write the name of a function without quotes'],
  ['a «=» b', 'to compare, write `==`, not a single `=`'],
  ['first«-»name', 'a `-` must be followed by digits; put a name that contains `-` in double quotes'],
  ['a.«»', 'expected a name, `*`, `[` or `{` after the dot, found the end'],
  ['a.«`1`»', 'expected a name, `*`, `[` or `{` after the dot, found a literal'],
  ['a[«b»]', "expected a number, `:` or `*` after `[`, found the name 'b'"],
  ['{a: b«»', 'expected `}`, found the end'],
  ['{«1»: b}', 'expected a key, found the number 1'],
  ['a «b»', "expected an operator or the end, found the name 'b'"],
  ['«»', 'expected an expression, found the end'],
  ['(a«»', 'expected `)`, found the end'],
  ["x == «'»text", "the text does not end; close it with `'`"],
  ['«`text`»', "the literal between backticks is not JSON; write text as 'text'"],
  ['«`9007199254740993`»', 'a number in the literal is too large'],
  ['«`[1e400]`»', 'a number in the literal is too large'],
  ['a[«9007199254740993»]', 'the number is too large'],
  ['a[::«0»]', 'the step of a slice must not be 0'],
  ['«!a».b', '`!` applies before `.`, so this is always null; write `!(a.b)`'],
  ['a «#» b', "unexpected character '#'"],
  ['a «\u202e» b', "unexpected character '\\u202e'"],
])('%s is refused', (marked, message) => {
  const offset = marked.indexOf('«');
  const length = marked.indexOf('»') - offset - 1;
  expect(compileExpression(marked.replace(/[«»]/g, ''))).toEqual({ ok: false, message, offset, length });
});

test('an evaluator yields null, never undefined', () => {
  expect(evaluateExpression(compile('args.missing'), { args: { missing: undefined } })).toBeNull();
  expect(evaluateExpression(compile('@'), undefined)).toBeNull();
});

describe('what the community edition adds', () => {
  test.each([
    ["find_first('subject string', 'string')", 8],
    ["find_first('subject string', 'string', `0`, `14`)", 8],
    ["find_first('subject string', 'string', `-99`, `100`)", 8],
    ["find_first('subject string', 'string', `0`, `13`)", null],
    ["find_first('subject string', 's', `1`)", 8],
    ["find_first('subject string', 's', `-6`)", 8],
    ["find_first('subject string', 's', `0`, `0`)", null],
    ["find_first('subject string', '')", null],
    ["find_last('subject string', 's')", 8],
    ["find_last('subject string', 's', `0`, `7`)", 0],
    ["find_last('subject string', 'string', `9`)", null],
    ["pad_left('string', `10`, '-')", '----string'],
    ["pad_right('', `2`)", '  '],
    ["replace('aabaaabaaaab', 'aa', '-', `3`)", '-b-ab-aab'],
    ["replace('aabaaabaaaab', 'aa', '-', `0`)", 'aabaaabaaaab'],
    ["replace('a.a', '.', '$&')", 'a$&a'],
    ["split('average|-|min|-|max', '|-|', `1`)", ['average', 'min|-|max']],
    ["split('a-b', '-', `9`)", ['a', 'b']],
    ["split('/', '/')", ['', '']],
    ["split('', '')", []],
    ["split('all', '', `1`)", ['a', 'll']],
    ["split('all', '', `0`)", ['all']],
    ["trim('   subject string   ', 'gsu ')", 'bject strin'],
    ["trim_left('   subject   ')", 'subject   '],
    ["trim_right('   subject   ', '')", '   subject'],
    ["'raw-string'[::-1]", 'gnirts-war'],
    ["'raw-string'[::2]", 'rwsrn'],
    ["'raw-string'[0:3].length(@)", 3],
    ['items(`{"a": 1}`)', [['a', 1]]],
    ['from_items(`[["one", 1], ["two", 2], ["one", 3]]`)', { one: 3, two: 2 }],
    [
      'zip(`["a", "b", "c"]`, `[1, 2]`)',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    ['group_by(`[{"n": "x"}, {"n": null}, {"n": "x", "m": 1}]`, &n)', { x: [{ n: 'x' }, { n: 'x', m: 1 }] }],
    ['`null`.[@]', null],
    ['`null` | [@]', [null]],
    ["'a\\\\'", 'a\\'],
  ])('%s', (source, expected) => {
    expect(evaluateExpression(compile(source), {})).toEqual(expected);
  });

  test.each([
    ["pad_left('x', `-1`)", 'pad_left(): argument 2 must not be negative'],
    ["pad_left('x', `3`, '--')", 'pad_left(): argument 3 must be one character'],
    ["pad_right('x', `1e9`)", 'pad_right(): argument 2 must not be over 1000000'],
    ["split('x', 'y', `1.5`)", 'split(): argument 3 must be a whole number'],
    [
      'from_items(`[["a"]]`)',
      'from_items(): argument 1 must be an array of pairs, each a string and a value',
    ],
    ['group_by(`[{"n": 1}]`, &n)', 'group_by(): the keys must be strings, not number'],
    ['sort(missing)', 'sort(): argument 1 must be an array, not null'],
    ['sort(`[1, "a"]`)', 'sort(): the items must be all strings or all numbers, not number and string'],
    ["join(`[]`, ',')", 'join(): argument 2 must be an array, not string'],
  ])('%s fails', (source, message) => {
    expect(() => evaluateExpression(compile(source), {})).toThrow(
      expect.objectContaining({ name: 'SelectError', message }) as Error,
    );
  });
});
