import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileExpression } from './compile.js';
import { functions, type FunctionSignature } from './functions.js';

const expressions = `
  args.key            { key: args.key, value: body.result }     @
  \`{"a": [1, -0, "x"]}\`  \`null\`            'x'                [a, \`1\`]
  a || b || \`[]\`      a && b              !(a.b)              a == \`1\`            a != b
  a < b               a >= b              a | b               a | [0]             a | {b: @}
  a[0]                a[1:]               a[::-1].b           a[*]                a[*].b.c
  *                   a.*.b               a[]                 a[].{b: c}          a[?b > \`1\`]
  a[?b].c             a.[b]               a.{b: c}            a.length(@)         a[*].[b][0]
  sort_by(a, &b)[].c  {"__proto__": a, "x y": b, a: a, a: b}`
  .trim()
  .split(/\s{2,}/)
  .concat([...functions].map(([name, signature]) => sampleCall(name, signature)));

function sampleCall(name: string, { min, reference }: FunctionSignature): string {
  const args = Array.from({ length: min }, (_, index) => (index === reference ? '&a.b' : `a${index}`));
  return `${name}(${args.join(', ')})`;
}

let folder: string;
beforeAll(() => {
  // Below the generator's folder, so that the runtime is found as a generated package finds it.
  folder = mkdtempSync(join(import.meta.dirname, '.tmp-types-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, sources: readonly string[]): string {
  const compiled = sources.map((source) => {
    const result = compileExpression(source);
    if (!result.ok) throw new Error(`${source}: ${result.message}`);
    return result.expression;
  });
  const names = [...new Set(compiled.flatMap((each) => each.names))];
  const lines = compiled.map(
    ({ code }, index) => `export const e${index} = (scope: object): unknown => ${code};`,
  );
  const file = join(folder, name);
  writeFileSync(
    file,
    `import { ${names.join(', ')} } from '@kosmokrator/runtime/select';\n${lines.join('\n')}\n`,
  );
  return file;
}

test('the code is valid under tsc --strict', () => {
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
    lib: ['lib.es2023.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const program = ts.createProgram([write('strict.ts', expressions)], options);
  const found = ts.getPreEmitDiagnostics(program).map(({ messageText, start, file }) => {
    const line = file?.text.slice(start).split('\n')[0] ?? '';
    return `${ts.flattenDiagnosticMessageText(messageText, ' ')}: ${line}`;
  });
  expect(found).toEqual([]);
});

function bundle(name: string, source: string): string {
  const entryPoints = [write(name, [source])];
  const { outputFiles } = buildSync({ entryPoints, bundle: true, minify: true, write: false, format: 'esm' });
  return outputFiles[0]!.text;
}

test('a small expression makes a small bundle', () => {
  const code = bundle('small.ts', '{ key: args.key, value: body.result }');
  console.log(`jmespath bundle: ${code.length} bytes for { key: args.key, value: body.result }`);
  expect(code.length).toBeLessThan(600);
  expect(code).not.toContain('SelectError');
});

test('a bundle holds what the expression uses, and no more', () => {
  const code = bundle('sort.ts', 'sort(items)');
  expect(code).toContain('SelectError');
  expect(code).not.toContain('pad_left');
  expect(code).not.toContain('White_Space');
});
