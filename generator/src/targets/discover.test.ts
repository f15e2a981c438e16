import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { discoverTargets } from './discover.js';

const folder = mkdtempSync(join(tmpdir(), 'kosmo-targets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function addTarget(name: string, source: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'index.js'), source);
}

describe('finding targets', () => {
  test('takes each folder with an index module, in order of name', async () => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    addTarget('two', 'export default () => ({ name: "two", emit: () => [] });');
    addTarget('one', 'export default () => ({ name: "one", emit: () => [] });');
    mkdirSync(join(folder, 'templates'));
    const targets = await discoverTargets(pathToFileURL(`${folder}/`));
    expect(targets.map(({ name }) => name)).toEqual(['one', 'two']);
  });

  test.each(['() => ({ name: "four", emit: () => [] })', '{ name: "three", emit: () => [] }'])(
    'refuses a folder whose module does not make a target of its name, but %s',
    async (made) => {
      rmSync(join(folder, 'three'), { recursive: true, force: true });
      addTarget('three', `export default ${made};`);
      await expect(discoverTargets(pathToFileURL(`${folder}/`))).rejects.toThrow(
        'three/index.js must default-export a target named three',
      );
    },
  );
});
