import { expect, test } from 'vitest';
import { compileExpression } from './compile.js';
import { referencedPaths } from './referenced-paths.js';

function parse(source: string) {
  const compiled = compileExpression(source);
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.ast;
}

test.each([
  ['{ key: args.key, value: body.result }', ['args.key', 'body.result']],
  ["merge(body, { data: body.data[].merge(@, { role: production && 'a' }) })", ['body', 'body.data']],
  ['steps.teams.body[0].team_name || credentials.email', ['steps.teams.body', 'credentials.email']],
  ['{ keys: sort(items), count: length(items) }', ['items', 'items']],
  ['args | key', ['args.key']],
  ['args.{ a: key, b: `1` }', ['args.key']],
  ['args.[key, other.deep]', ['args.key', 'args.other.deep']],
  ['@.args.key', ['args.key']],
  ['args."with.dot"', ['args.with.dot']],
  ['body[?a == b].c', ['body']],
  ['sort_by(body.rows, &name)', ['body.rows']],
  ['body.*.name', ['body']],
  ['!(args.key) && status > `399`', ['args.key', 'status']],
  ['`{"a": 1}`.a', []],
  ['@', []],
])('%s reads these paths', (source, paths) => {
  expect(referencedPaths(parse(source)).map(({ path }) => path)).toEqual(paths);
});

test('a path knows its place and its parts', () => {
  const source = 'join(\'-\', [args.kee, args."a.b".c])';
  expect(referencedPaths(parse(source))).toEqual([
    { path: 'args.kee', segments: ['args', 'kee'], offset: source.indexOf('args.kee'), length: 8 },
    { path: 'args.a.b.c', segments: ['args', 'a.b', 'c'], offset: source.indexOf('args."a.b"'), length: 12 },
  ]);
});
