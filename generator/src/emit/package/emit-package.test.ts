import { describe, expect, test } from 'vitest';
import type { IntegrationModel } from '../../model/model.js';
import { emitPackage } from './emit-package.js';
import type { Target } from '../target.js';

const model = { name: 'alpha', source: 'specs/alpha/integration.yaml' } as IntegrationModel;

function emits(name: string, ...paths: string[]): Target {
  return { name, emit: () => paths.map((path) => ({ path, content: name })) };
}

describe('emitting a package', () => {
  test('collects the files of all targets', () => {
    const files = emitPackage(model, [emits('one', 'a', 'docs/b'), emits('two', 'docs/c')]);
    expect(files).toEqual([
      { path: 'a', content: 'one' },
      { path: 'docs/b', content: 'one' },
      { path: 'docs/c', content: 'two' },
    ]);
  });

  test.each([
    ['the same path', 'docs/a.md', 'docs/a.md'],
    ['paths that differ only in letter case', 'docs/A.md', 'docs/a.md'],
    ['paths that differ only in letter case', 'docs/\u00e9.md', 'docs/e\u0301.md'],
    ['a file where the other needs a folder', 'docs', 'docs/a.md'],
    ['a file where the other needs a folder', 'a/Docs', 'a/docs/b/c.md'],
  ])('refuses %s from two targets', (how, first, second) => {
    expect(() => emitPackage(model, [emits('one', first), emits('two', second)])).toThrow(
      `targets one and two emitted ${how} for alpha: ${JSON.stringify(first)} and ${JSON.stringify(second)}`,
    );
  });

  test.each(['', '/etc/x', '../x', 'a/../../x', 'a//b', './a', 'a\\b', 'C:a', 'a\nb', 'a/'])(
    'refuses the path %j',
    (path) => {
      expect(() => emitPackage(model, [emits('one', path)])).toThrow(
        `target one emitted ${JSON.stringify(path)} for alpha: a path `,
      );
    },
  );

  test.each(['node_modules/x', 'dist/index.js', 'CHANGELOG.md', 'Dist/x'])(
    'refuses %s, which others own',
    (path) => {
      expect(() => emitPackage(model, [emits('one', path)])).toThrow('belongs to another tool');
    },
  );

  test('names the target that throws, and keeps its error', () => {
    const broken: Target = {
      name: 'broken',
      emit: () => {
        throw new TypeError('no such view');
      },
    };
    expect(() => emitPackage(model, [broken])).toThrow(
      expect.objectContaining({
        message: 'target broken failed on specs/alpha/integration.yaml',
        cause: new TypeError('no such view'),
      }),
    );
  });
});
