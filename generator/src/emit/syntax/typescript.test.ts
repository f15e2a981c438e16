import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { Emitted } from '../emitted.js';
import {
  camelCase,
  docComment,
  identifier,
  imports,
  lineComment,
  literal,
  pascalCase,
  propertyName,
  stringLiteral,
  wrappedLiteral,
} from './typescript.js';

const evaluate = (code: string): unknown => runInNewContext(`'use strict'; (${code})`);
/** Any sequence of UTF-16 units, lone surrogates included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...hostileTexts),
);

describe('strings', () => {
  test.each([
    ['plain', `'plain'`],
    [`it's`, `'it\\'s'`],
    ['a\\', `'a\\\\'`],
    ['${x} `y`', "'${x} `y`'"],
    ['a\r\nb\tc', `'a\\r\\nb\\tc'`],
    ['\u2028\u2029\u0085\0\u001b', `'\\u2028\\u2029\\u0085\\u0000\\u001b'`],
    ['\ud800', `'\\ud800'`],
    ['\u202e\u200b\ufeff', `'\\u202e\\u200b\\ufeff'`],
    ['</script><!--', `'\\x3c/script>\\x3c!--'`],
    ['été 日本 🙂', `'été 日本 🙂'`],
  ])('%j', (text, expected) => {
    expect(stringLiteral(text).text).toBe(expected);
  });

  test('read back as the same text, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const printed = stringLiteral(text).text;
        // What is written to disk is UTF-8; a lone surrogate would not survive it.
        expect(evaluate(Buffer.from(printed).toString())).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('values', () => {
  test.each([
    [{ a: 1, 'b-c': [true, null], $value: 'x' }, `{ a: 1, 'b-c': [true, null], $value: 'x' }`],
    [[], '[]'],
    [{}, '{}'],
    [{ gone: undefined, here: { gone: undefined } }, '{ here: {} }'],
    [-0, '-0'],
    [2 ** 53, '9007199254740992'],
    [1e300, '1e+300'],
    [{ call: new Emitted('f()') }, '{ call: f() }'],
    [{ same: new Emitted('same') }, '{ same }'],
    [JSON.parse('{"__proto__":1}'), `{ ['__proto__']: 1 }`],
  ])('%j', (value, expected) => {
    expect(literal(value).text).toBe(expected);
  });

  test.each([Infinity, NaN, undefined, [undefined]])('%j has no spelling', (value) => {
    expect(() => literal(value)).toThrow(TypeError);
  });

  test('keep a text that reads like its key', () => {
    expect(literal({ 'a b': 'a b', '': '', '1': 1 }).text).toBe(`{ '1': 1, 'a b': 'a b', '': '' }`);
    expect(literal({ id: new Emitted('id'), run: new Emitted('go') }).text).toBe('{ id, run: go }');
  });

  test('read back as the same JSON value', () => {
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, -0, 1.5, 2 ** 53),
        anyText,
        fc.array(tie('value'), { maxLength: 4 }),
        fc
          .array(fc.tuple(fc.oneof(anyText, fc.constant('__proto__')), tie('value')), { maxLength: 4 })
          .map((entries) => Object.fromEntries(entries)),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        for (const spelled of [literal(value as never), wrappedLiteral(value as never, 20)]) {
          expect(JSON.stringify(evaluate(spelled.text))).toBe(JSON.stringify(value));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('are broken into lines when they are too long for one', () => {
    expect(wrappedLiteral({ key: 'a', list: ['bbbbbbbbbb', 'cccccccccc'] }, 24).text).toBe(
      `{\n  key: 'a',\n  list: [\n    'bbbbbbbbbb',\n    'cccccccccc',\n  ],\n}`,
    );
  });
});

describe('names', () => {
  test('are spelled from words', () => {
    expect([camelCase(['list', 'all', '2fa']), pascalCase(['upstash', 'redis'])]).toEqual([
      'listAll2fa',
      'UpstashRedis',
    ]);
  });

  test.each([
    'class',
    'a-b',
    '1a',
    '',
    'a b',
    'a\n',
    'é',
    ...hostileTexts.filter((text) => !/^[\w$]+$/.test(text)),
  ])('%j is no identifier', (name) => {
    expect(() => identifier(name)).toThrow(/no TypeScript identifier/);
  });

  test('are quoted as properties when they must be', () => {
    expect(['a', 'class', 'a-b', '0', '__proto__', "'"].map((name) => propertyName(name).text)).toEqual([
      'a',
      'class',
      `'a-b'`,
      `'0'`,
      '__proto__',
      `'\\''`,
    ]);
  });
});

describe('comments', () => {
  test.each([
    ['', ''],
    ['One line.', '/** One line. */\n'],
    ['Two\nlines.', '/**\n * Two\n * lines.\n */\n'],
    ['a */ b', '/** a *\\/ b */\n'],
    ['@internal', '/** \\@internal */\n'],
    ['see {@link x} or a@b.com', '/** see {\\@link x} or a@b.com */\n'],
    ['#__PURE__ @__PURE__', '/** # __PURE__ \\@ __PURE__ */\n'],
    ['a\u2028b', '/**\n * a\n * b\n */\n'],
    ['a\u0000\u202e', '/** a\\u0000\\u202e */\n'],
  ])('%j', (text, expected) => {
    expect(docComment(text).text).toBe(expected);
  });

  test('are wrapped', () => {
    const text = `${'word '.repeat(30).trim()} @end`;
    expect(docComment(text).text.split('\n')).toEqual([
      '/**',
      ` * ${'word '.repeat(20).trim()}`,
      ` * ${'word '.repeat(10)}\\@end`,
      ' */',
      '',
    ]);
  });

  test('stay comments, without tags, whatever they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = `${docComment(text).text}export const a = 1;\n${lineComment(text).text}\nexport const b = 2;\n`;
        const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2022, true);
        expect(file.statements.map((statement) => statement.getText())).toEqual([
          'export const a = 1;',
          'export const b = 2;',
        ]);
        expect(ts.getJSDocTags(file.statements[0]!)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('imports are sorted, merged and left out when empty', () => {
  expect(
    imports([
      { from: './a.js', values: ['b', 'a', 'b'], types: ['T'] },
      { from: './b.js', types: ['U', 'T'] },
      { from: './c.js' },
    ]).text,
  ).toBe(`import { a, b, type T } from './a.js';\nimport type { T, U } from './b.js';\n`);
});
