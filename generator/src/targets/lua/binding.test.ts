import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import { loadTarget } from '../../../fixtures/load-target.js';
import { isInstalled, luaCompilers, luaInterpreters, runProgram } from '../../../fixtures/programs.js';
import { readKitchenSink } from '../../../fixtures/read-specs.js';
import { isPaged } from '../../emit/pages.js';
import type { IntegrationModel } from '../../model/model.js';

const lua = await loadTarget('lua');

const exercise = fileURLToPath(new URL('./exercise-binding.lua', import.meta.url));
const templates = fileURLToPath(new URL('./templates/', import.meta.url));
const packages = fileURLToPath(new URL('../../../../packages/integrations/', import.meta.url));
const stylua = fileURLToPath(new URL('../../../../node_modules/.bin/stylua', import.meta.url));

const paged = exampleModel();
const plain: IntegrationModel = {
  ...paged,
  name: 'plain',
  namespace: 'plain',
  functions: paged.functions.filter((fn) => !fn.paginate),
};
const linked: IntegrationModel = {
  ...paged,
  name: 'linked',
  namespace: 'linked',
  functions: paged.functions.map((fn) =>
    fn.name === 'list_items' ? { ...fn, paginate: { ...fn.paginate!, style: 'link' } } : fn,
  ),
};
const kitchenSink = await readKitchenSink();
const cases = [
  { model: kitchenSink, walked: '-', hostWalked: kitchenSink.functions.find(isPaged)?.name ?? '-' },
  { model: paged, walked: 'list_items', hostWalked: '-' },
  { model: linked, walked: '-', hostWalked: 'list_items' },
  { model: plain, walked: '-', hostWalked: '-' },
];

describe.each(cases)('the binding of $model.name', ({ model, walked, hostWalked }) => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  const binding = `${model.namespace}.lua`;
  const annotations = `${model.namespace}.d.lua`;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lua-target-'));
    for (const { path, content } of lua.emit(model)) writeFileSync(file(path.replace('lua/', '')), content);
  });

  for (const interpreter of luaInterpreters) {
    test.skipIf(!isInstalled(interpreter))(`works in ${interpreter}`, () => {
      const names = model.functions.map(({ name }) => name);
      const printed = runProgram(interpreter, [
        exercise,
        file(binding),
        model.namespace,
        walked,
        hostWalked,
        ...names,
      ]);
      const walks = [walked, hostWalked].filter((name) => name !== '-').length;
      expect(printed).toBe(`calls: ${names.length * 16 + 1 + walks}\n`);
    });
  }

  for (const compiler of luaCompilers) {
    test.skipIf(!isInstalled(compiler))(`compiles with ${compiler} -p`, () => {
      // One at a time: Debian's luac5.4 crashes on two files.
      for (const name of [binding, annotations]) expect(runProgram(compiler, ['-p', file(name)])).toBe('');
    });
  }

  test.skipIf(!isInstalled('luacheck'))('luacheck finds nothing', () => {
    expect(runProgram('luacheck', ['--no-color', '--std', 'min', folder])).toMatch(
      /^Total: 0 warnings \/ 0 errors in 2 files$/m,
    );
  });

  test('is as StyLua would format it', () => {
    expect(runProgram(stylua, ['--check', folder])).toBe('');
  });
});

test('the Lua of every package, and what bindings take over as it is, is as StyLua would format it', () => {
  const folders = readdirSync(packages).map((name) => join(packages, name, 'lua'));
  const files = folders.flatMap((path) => readdirSync(path));
  expect(files.length).toBeGreaterThanOrEqual(2 * 3);
  expect(runProgram(stylua, ['--check', ...folders, templates])).toBe('');
});
