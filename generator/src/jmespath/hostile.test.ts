import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { compileExpression } from './compile.js';
import { evaluateExpression } from '../../testing/evaluate-expression.js';
import { unicodeEscape, replaceUnprintable } from '../javascript/unprintable.js';

// One line a kind: code, quotes and comments of several languages, characters, markup, names, paths, numbers.
const hostile = [
  [
    '*/',
    '//',
    "'",
    '"',
    '`',
    '${process.exit()}',
    'a\\',
    '\\u002a/',
    "'); process.exit(); ('",
    ']]',
    ']==]',
    '--[[',
  ],
  [
    '\r\n',
    '\u2028',
    '\u2029',
    '\u0085',
    '\0',
    '\x1b[31m',
    '\u202e\u2066',
    '\u200b\ufeff',
    '\ud800',
    '\udfff\ud800',
  ],
  [
    '</script>',
    '<img src=x onerror=alert(1)>',
    '<!--',
    '-->',
    '{{ x }}',
    '<script setup>',
    '<<<\n@include x',
    '😀',
  ],
  [
    '---',
    ':::',
    'javascript:alert(1)',
    '```',
    '|',
    '__proto__',
    'constructor',
    'prototype',
    'then',
    'toString',
  ],
  [
    'class',
    'await',
    'end',
    'nil',
    '../../x',
    '/etc/passwd',
    'C:\\x',
    'CON',
    'x'.repeat(5_000),
    '$(id)',
    '-rf',
    '@ # ?',
  ],
  [
    '1e400',
    '-0',
    '9007199254740993',
    'no',
    '0777',
    '<|im_end|>',
    '',
    ' ',
    "\\'",
    "\\\\'",
    '*\\/',
    '%0a',
    '#__PURE__',
  ],
].flat();

/** How a text is written in each place of an expression that takes one, and what the result is then. */
const places: Readonly<
  Record<string, { write: (text: string) => string; scope: (text: string) => unknown }>
> = {
  'a name': { write: (text) => JSON.stringify(text), scope: (text) => ({ [text]: text }) },
  'a name after a dot': {
    write: (text) => `args.${JSON.stringify(text)}`,
    scope: (text) => ({ args: { [text]: text } }),
  },
  'a key': { write: (text) => `items({${JSON.stringify(text)}: \`1\`})[0][0]`, scope: () => ({}) },
  'a raw string': { write: (text) => `'${text.replace(/['\\]/g, '\\$&')}'`, scope: () => ({}) },
  'a literal': { write: (text) => `\`${JSON.stringify(text).replaceAll('`', '\\`')}\``, scope: () => ({}) },
  'a key of a literal': {
    write: (text) => `keys(\`${JSON.stringify({ [text]: 1 }).replaceAll('`', '\\`')}\`)[0]`,
    scope: () => ({}),
  },
};

/** The kinds of the syntax tree of one expression, or what the parser says about it. */
function shape(code: string): readonly string[] {
  const text = `(scope) => ${code}`;
  try {
    // oxlint-disable-next-line no-new, no-new-func
    new Function(`return ${text};`);
  } catch (error) {
    return [String(error)];
  }
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022, true);
  const kinds: string[] = [];
  const visit = (node: ts.Node) => {
    // A key is spelled as an identifier, a string or, for `__proto__`, a computed string: all the same here.
    const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    kinds.push(isKey ? 'Key' : ts.SyntaxKind[node.kind]);
    if (!isKey) node.forEachChild(visit);
  };
  source.forEachChild(visit);
  return kinds;
}

describe.each(Object.entries(places))('hostile text as %s', (_, { write, scope }) => {
  const benign = compileExpression(write('benign'));

  test.each(hostile.map((text) => [JSON.stringify(text).slice(0, 40), text]))('%s', (_name, text) => {
    const compiled = compileExpression(write(text));
    if (!compiled.ok || !benign.ok) throw new Error(compiled.ok ? 'no benign build' : compiled.message);
    const { code } = compiled.expression;
    expect(evaluateExpression(compiled.expression, scope(text))).toBe(text);
    expect(shape(code)).toEqual(shape(benign.expression.code));
    // Nothing in it is invisible, or ends an HTML script.
    expect(replaceUnprintable(code, unicodeEscape)).toBe(code);
    expect(code).not.toMatch(/<[/!]/);
  });
});

test('the check catches an emitter that forgets to escape', () => {
  const broken = (text: string) => `'${text}'`;
  const caught = hostile.filter((text) => shape(broken(text)).join() !== shape(broken('benign')).join());
  expect(caught).toContain("'); process.exit(); ('");
  expect(caught).toContain('a\\');
  expect(caught).toContain('\r\n');
});

test('only own properties are read', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__'];
  for (const name of names) {
    for (const expression of [
      `"${name}"`,
      `args."${name}"`,
      `args."${name}".name`,
      `list."${name}"`,
      `text."${name}"`,
    ]) {
      const compiled = compileExpression(expression);
      if (!compiled.ok) throw new Error(compiled.message);
      expect(evaluateExpression(compiled.expression, { args: {}, list: [1], text: 'x' })).toBeNull();
    }
  }
});

test('an object with a key __proto__ has that key and an ordinary prototype', () => {
  const scope = { evil: JSON.parse('{"__proto__": {"polluted": true}}') as unknown };
  const expressions = [
    '{"__proto__": evil."__proto__"}',
    'merge(evil, evil)',
    'merge({"__proto__": evil."__proto__"}, `{}`)',
    'from_items(items(evil))',
    '`{"__proto__": {"polluted": true}}`',
    'from_items(`[["__proto__", {"polluted": true}]]`)',
  ];
  for (const expression of expressions) {
    const compiled = compileExpression(expression);
    if (!compiled.ok) throw new Error(compiled.message);
    const result = evaluateExpression(compiled.expression, scope) as object;
    expect(Object.keys(result)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect('polluted' in result).toBe(false);
  }
});
