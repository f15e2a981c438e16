/** TypeScript in READMEs that people wrote compiles, strictly, against the packages as they are built. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { publishedFolders } from '../packages/published-packages.js';
import { root } from '@kosmokrator/testing/repository';

const written = publishedFolders.filter((folder) => !folder.startsWith('packages/integrations/'));
const readmes = ['.', ...written].map((folder) => join(folder, 'README.md'));
// Inside examples/, which has the packages installed as a project of a user has.
const folder = mkdtempSync(join(root, 'examples/.tmp-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

const snippets = readmes.flatMap((readme) =>
  [...readFileSync(join(root, readme), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code], index) => {
    const file = join(folder, `${readme.replaceAll(/\W/g, '_')}_${index}.ts`);
    writeFileSync(file, code!);
    return { readme, file };
  }),
);
const program = ts.createProgram({
  rootNames: snippets.map(({ file }) => file),
  options: {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  },
});

test.each(snippets)('$readme', ({ file }) => {
  const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(file));
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});

// Packages that are not on npm cannot be fetched, so each that the command depends on has to be packed, too.
test('the README names every package of ours that the command needs', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as {
    dependencies: object;
  };
  const [, section = ''] = readme.split('## Use a package in your project');
  const [named = ''] = section.split('\n## ', 1);
  for (const name of Object.keys(dependencies).filter((one) => one.startsWith('@kosmokrator/')))
    expect(named).toContain(name);
});
