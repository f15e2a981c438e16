import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));

/**
 * What each stage may import besides itself. The stages follow one another; `diagnostics`,
 * `javascript`, `jmespath` and `operation` serve them all. `model/model.ts` holds only types, and every stage after it, and the
 * compiler of expressions, may name them. `speed` lies around the pipeline, which is complete without it.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  spec: [],
  diagnostics: [],
  javascript: [],
  jmespath: ['model/model', 'javascript'],
  operation: ['model/model', 'spec/template', 'spec/spec', 'jmespath', 'javascript'],
  load: ['spec', 'diagnostics'],
  // The check of a file's form is compiled from the JSON Schemas when these are written.
  validate: ['../schemas', 'load', 'spec', 'jmespath', 'operation', 'diagnostics'],
  model: ['validate', 'load', 'spec', 'jmespath', 'operation', 'diagnostics'],
  examples: ['model', 'validate', 'load', 'spec', 'jmespath', 'operation', 'diagnostics'],
  emit: [
    'model/model',
    'spec/follow-reference',
    'spec/reserved-keywords',
    'spec/template',
    'operation',
    'javascript',
  ],
  targets: ['emit/target', 'emit/template'],
  'targets/*': ['emit', 'model/model', 'spec/template', 'operation'],
  format: ['emit/target'],
  write: ['emit'],
  pipeline: [
    'load',
    'validate',
    'model',
    'examples',
    'emit',
    'targets/discover',
    'format',
    'write',
    'diagnostics',
  ],
  speed: ['pipeline', 'load', 'targets/discover', 'format', 'write', 'emit'],
  cli: ['speed', 'pipeline', 'write', 'diagnostics', 'emit/package/project'],
  index: ['pipeline', 'write', 'emit', 'model', 'diagnostics'],
};

/** Stages that run without Node, as in a browser: what they read comes as an argument. */
const withoutNode = new Set([
  'spec',
  'diagnostics',
  'jmespath',
  'javascript',
  'operation',
  'load',
  'validate',
  'model',
  'examples',
  'emit',
]);

/** Globals of Node that a browser does not have. */
const nodeGlobals = new Set([
  'Buffer',
  'process',
  'global',
  'require',
  'setImmediate',
  '__dirname',
  '__filename',
]);

/** The globals of Node that a module names. */
function nodeGlobalsOf(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && nodeGlobals.has(node.text)) found.push(`${file}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isOwn: boolean;
}

/** Every import of a module, type imports and dynamic ones included; our own as paths without extension. */
function importsOf(file: string, text: string): Import[] {
  const from = file.replace(/\.ts$/, '');
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
    const isOwn = fileName.startsWith('.');
    const to = isOwn ? normalize(join(dirname(from), fileName)).replace(/\.[jt]s$/, '') : fileName;
    return { from, to, isOwn };
  });
}

/** `targets/sdk/view` is of the stage `targets/sdk`, `targets/discover` of `targets`, `cli` and `cli/watch` of `cli`. */
function stageOf(path: string): string {
  const [first = '', second, ...rest] = path.split('/');
  return first === 'targets' && rest.length > 0 ? `targets/${second}` : first;
}

function isWrongWay({ from, to, isOwn }: Import): boolean {
  const stage = stageOf(from);
  if (!isOwn || stageOf(to) === stage) return false;
  const rules = allowed[stage.startsWith('targets/') ? 'targets/*' : stage] ?? [];
  return !rules.some((rule) => to === rule || to.startsWith(`${rule}/`));
}

function isOwnPath(path: string): boolean {
  return Object.keys(allowed).includes(path.split('/', 1)[0] ?? '');
}

/** Only `write`, `speed`, the commands and what connects the stages with the disk may use Node. */
function usesNodeWrongly({ from, to, isOwn }: Import): boolean {
  const stage = stageOf(from);
  return !isOwn && isBuiltin(to) && (runsWithoutNode(stage) || stage === 'format');
}

function runsWithoutNode(stage: string): boolean {
  return withoutNode.has(stage) || stage.startsWith('targets/');
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)(golden|templates)\//.test(file))
  .toSorted();
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(source, file), 'utf8')));

describe('import direction', () => {
  test('every module belongs to a stage that has a rule', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => !isOwnPath(file.replace(/\.ts$/, '')))).toEqual([]);
  });

  test('spec <- load <- validate <- model <- examples <- emit <- targets <- pipeline <- speed <- cli', () => {
    expect(imports.filter(isWrongWay)).toEqual([]);
  });

  test('from load to emit, and in targets, nothing uses Node', () => {
    expect(imports.filter(usesNodeWrongly)).toEqual([]);
    const browserFiles = files.filter((file) => runsWithoutNode(stageOf(file.replace(/\.ts$/, ''))));
    expect(browserFiles.length).toBeGreaterThan(100);
    expect(
      browserFiles.flatMap((file) => nodeGlobalsOf(file, readFileSync(join(source, file), 'utf8'))),
    ).toEqual([]);
  });

  test('a global of Node is found where it is used, and not in text', () => {
    const text = "const bytes = Buffer.from('process'); // global";
    expect(nodeGlobalsOf('emit/a.ts', text)).toEqual(['emit/a.ts: Buffer']);
  });

  test.each([
    ['load/a.ts', "import { b } from '../validate/b.js';"],
    ['emit/a.ts', "import type { b } from '../model/build-model.js';"],
    ['emit/a.ts', "const b = await import('../targets/sdk/index.js');"],
    ['targets/sdk/a.ts', "import { b } from '../lua/view.js';"],
    ['targets/sdk/a.ts', "export { b } from '../../spec/spec.js';"],
    ['model/a.ts', "import { b } from '../pipeline/generate.js';"],
    ['pipeline/a.ts', "import { b } from '../speed/generate-changed.js';"],
    ['write/a.ts', "import { b } from '../../../packages/runtime/src/index.js';"],
  ])('%s may not say: %s', (file, text) => {
    expect(importsOf(file, text).filter(isWrongWay)).toHaveLength(1);
  });

  test.each([
    ['targets/sdk/a.ts', "import { readFileSync } from 'node:fs';"],
    ['model/a.ts', "import { readFile } from 'fs/promises';"],
    ['load/a.ts', "import { join } from 'node:path';"],
  ])('%s may not use Node: %s', (file, text) => {
    expect(importsOf(file, text).filter(usesNodeWrongly)).toHaveLength(1);
  });
});
