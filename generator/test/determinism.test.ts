import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorkspace, digests } from './workspace.js';

/** Makes every listing of a folder come in another order, for `node:fs` and `node:fs/promises`. */
const shuffleListings = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const turn = (entries) => [...entries.slice(1), ...entries.slice(0, 1)].reverse();
  const { readdirSync } = fs;
  fs.readdirSync = (...args) => turn(readdirSync(...args));
  const { readdir } = fs.promises;
  fs.promises.readdir = async (...args) => turn(await readdir(...args));
  syncBuiltinESMExports();
`;

test('the bytes do not depend on time zone, language, current folder or the order of folder listings', () => {
  const workspace = createWorkspace();
  const elsewhere = join(workspace.folder, 'elsewhere');
  mkdirSync(elsewhere);
  const preload = join(workspace.folder, 'shuffle-listings.mjs');
  writeFileSync(preload, shuffleListings);

  expect(workspace.run().code).toBe(0);
  const first = digests(workspace.packages);
  expect(Object.keys(first).length).toBeGreaterThan(30);

  const folders = ['--specs', join(workspace.folder, 'specs'), '--out'];
  const turkish = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const variants = {
    again: {},
    'time zone': { env: { TZ: 'Pacific/Kiritimati' } },
    language: { env: turkish },
    'current folder': { cwd: elsewhere },
    'listing order': { preload },
    'all at once': { env: { ...turkish, TZ: 'America/St_Johns' }, cwd: elsewhere, preload },
  };
  for (const [name, options] of Object.entries(variants)) {
    const out = join(workspace.folder, name);
    const { code, stderr } = workspace.run([...folders, out], options);
    expect({ name, code, stderr, files: digests(out) }).toEqual({ name, code: 0, stderr: '', files: first });
  }
});
