import { createHash } from 'node:crypto';
import {
  cpSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bundledCli,
  createWorkspace,
  digests,
  repository,
  unbundledCli,
  type Workspace,
} from './workspace.js';

function recordFile({ folder }: Workspace): string {
  const cache = join(folder, 'node_modules/.cache/kosmokrator');
  return join(cache, readdirSync(cache).find((name) => name.endsWith('.json')) ?? 'missing');
}

/** Replaces text in a file with text of the same length, and gives the file its old times back. */
function changeUnseen(path: string, from: string, to: string): void {
  expect(to).toHaveLength(from.length);
  const { atime, mtime } = statSync(path);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
  utimesSync(path, atime, mtime);
}

const unchanged = /^Nothing changed/;
const getKey = 'specs/upstash/functions/get_key.yaml';

describe('a run after which nothing changed', () => {
  test.each([
    ['bundled', bundledCli],
    ['one module a file', unbundledCli],
  ])('loads no parser, template engine or formatter: %s', (_kind, cli) => {
    const workspace = createWorkspace();
    const preload = join(workspace.folder, 'log-imports.mjs');
    const log = join(workspace.folder, 'imports.log');
    const hooks = `
      import { appendFileSync } from 'node:fs';
      export async function resolve(specifier, context, next) {
        const resolved = await next(specifier, context);
        appendFileSync(${JSON.stringify(log)}, resolved.url + '\\n');
        return resolved;
      }`;
    writeFileSync(
      preload,
      `import { register } from 'node:module';
       register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}));`,
    );
    const heavy = /node_modules|\/pipeline[.-]/;
    workspace.run([], { preload, cli });
    const loaded = readFileSync(log, 'utf8');
    expect(loaded).toMatch(heavy);
    // These start slowly, and are for what the real specs do not have.
    expect(loaded).not.toMatch(/node_modules\/(yaml|handlebars\/lib)\/|\/(read-yaml|compile-template)[.-]/);
    writeFileSync(log, '');
    expect(workspace.run([], { preload, cli }).stdout).toMatch(unchanged);
    expect(readFileSync(log, 'utf8')).toContain('cli.js');
    expect(readFileSync(log, 'utf8')).not.toMatch(heavy);
  });

  test('tells so by content when only times differ', () => {
    const workspace = createWorkspace();
    workspace.run();
    for (const folder of ['specs', 'packages']) {
      const copy = join(workspace.folder, `${folder}-copy`);
      cpSync(join(workspace.folder, folder), copy, { recursive: true });
      rmSync(join(workspace.folder, folder), { recursive: true });
      cpSync(copy, join(workspace.folder, folder), { recursive: true });
      rmSync(copy, { recursive: true });
    }
    expect(workspace.run().stdout).toMatch(unchanged);
    expect(workspace.run().stdout).toMatch(unchanged);
  });
});

describe('a change is never missed', () => {
  const changes: Record<string, (workspace: Workspace) => void> = {
    'an output of the same size and time': ({ packages }) =>
      changeUnseen(join(packages, 'upstash/src/index.ts'), 'Do not edit', 'Do nut edit'),
    'a removed output': ({ packages }) => rmSync(join(packages, 'upstash/src/types.ts')),
    'a removed package': ({ packages }) => rmSync(join(packages, 'upstash'), { recursive: true }),
    'an extra output': ({ packages }) => writeFileSync(join(packages, 'upstash/x.txt'), ''),
    'a link in the output': ({ folder, packages }) => {
      const path = join(packages, 'upstash/src/types.ts');
      cpSync(path, join(folder, 'types.ts'));
      rmSync(path);
      symlinkSync(join(folder, 'types.ts'), path);
    },
  };

  test.each(Object.entries(changes))('%s', (_name, change) => {
    const workspace = createWorkspace();
    workspace.run();
    // Twice, so that the second run knows the files by their stats.
    workspace.run();
    const before = digests(workspace.packages);
    change(workspace);
    const changed = workspace.run();
    expect(changed).toMatchObject({ code: 0, stderr: '' });
    expect(changed.stdout).not.toMatch(unchanged);
    expect(digests(workspace.packages)).toEqual(before);
    expect(workspace.run(['--check'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('a spec of the same size and time', () => {
    const workspace = createWorkspace();
    workspace.run();
    workspace.run();
    changeUnseen(join(workspace.folder, getKey), 'title: G', 'title: S');
    expect(workspace.run().stdout).toMatch(/^updated upstash/);
    expect(workspace.run(['--check'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('a spec that became wrong, and stays so', () => {
    const workspace = createWorkspace();
    workspace.run();
    workspace.edit(getKey, 'operation:', 'operatoin:');
    for (let run = 0; run < 2; run++) expect(workspace.run().code).toBe(1);
  });

  test('a function whose fault lies in integration.yaml', () => {
    const workspace = createWorkspace();
    workspace.run();
    workspace.edit('specs/upstash/integration.yaml', 'Database:', 'Datebase:');
    const run = workspace.run();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('specs/upstash/functions/');
  });

  test("the project's links in the root package.json", () => {
    const workspace = createWorkspace();
    workspace.run();
    workspace.write('package.json', '{"homepage":"https://home.test/"}');
    expect(workspace.run().stdout).toMatch(/^updated planetscale/);
    expect(workspace.read('packages/integrations/upstash/package.json')).toContain('https://home.test/');
    expect(workspace.run(['--check']).code).toBe(0);
    expect(workspace.run().stdout).toMatch(unchanged);
  });

  test('the generator itself', () => {
    const workspace = createWorkspace();
    const copy = join(workspace.folder, 'generator');
    for (const path of ['dist', 'schemas', 'package.json']) {
      cpSync(join(repository, 'generator', path), join(copy, path), { recursive: true });
    }
    symlinkSync(join(repository, 'generator/node_modules'), join(copy, 'node_modules'));
    const cliCopy = join(copy, 'dist/cli.js');
    workspace.run([], { cli: cliCopy });
    expect(workspace.run([], { cli: cliCopy }).stdout).toMatch(unchanged);
    const module = join(copy, 'dist/emit/provenance.js');
    const text = readFileSync(module, 'utf8');
    expect(text).toContain('Do not edit.');
    writeFileSync(module, text.replace('Do not edit.', 'Leave it.'));
    const changed = workspace.run([], { cli: cliCopy });
    expect(changed.stdout).toMatch(/^updated planetscale \(\d+ changed\)\nupdated upstash/);
    expect(workspace.read('packages/integrations/upstash/docs/lua.md')).toContain('Leave it.');
  });
});

describe('a cache that is wrong', () => {
  test('is not believed, whatever byte of it changed', () => {
    const workspace = createWorkspace();
    workspace.run();
    const file = recordFile(workspace);
    const whole = readFileSync(file);
    const path = join(workspace.packages, 'upstash/src/index.ts');
    const right = readFileSync(path, 'utf8');
    const damages = [
      Buffer.alloc(0),
      whole.subarray(0, whole.length / 2),
      Buffer.from('{}'),
      Buffer.from('null\n'),
      ...Array.from({ length: 6 }, (_, index) => {
        const damaged = Buffer.from(whole);
        const at = Math.floor((whole.length * (index + 0.5)) / 6);
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        return damaged;
      }),
    ];
    for (const damaged of damages) {
      writeFileSync(file, damaged);
      writeFileSync(path, 'drifted');
      expect(workspace.run()).toMatchObject({ code: 0, stderr: '' });
      expect(readFileSync(path, 'utf8')).toBe(right);
    }
  });

  test('is not believed about formatted files', () => {
    const workspace = createWorkspace();
    workspace.run();
    const file = join(recordFile(workspace).replace(/\.json$/, ''), 'upstash.json');
    const whole = readFileSync(file, 'utf8');
    const path = join(workspace.packages, 'upstash/src/index.ts');
    const right = readFileSync(path, 'utf8');
    const wrong = right.replace('Do not edit', 'Do nut edit');
    const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
    expect(whole).toContain(digest(right));
    const damages = [
      '',
      '{}',
      whole.replaceAll(digest(right), 'x'),
      whole.replace(/"generator":"./, '"generator":"?'),
    ];
    for (const damaged of damages) {
      writeFileSync(file, damaged);
      writeFileSync(path, wrong);
      expect(workspace.run()).toMatchObject({ code: 0, stderr: '' });
      expect(readFileSync(path, 'utf8')).toBe(right);
    }
  });

  test('is never asked by --check', () => {
    const workspace = createWorkspace();
    workspace.run();
    const path = join(workspace.packages, 'upstash/src/index.ts');
    writeFileSync(path, 'drifted');
    forgive(workspace);
    expect(workspace.run().stdout).toMatch(unchanged);
    expect(workspace.run(['--check'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('changed packages/integrations/upstash/src/index.ts'),
    });
  });
});

/** Makes the record say that upstash's package, as it is, is what was generated. */
function forgive(workspace: Workspace): void {
  const file = recordFile(workspace);
  const record = JSON.parse(readFileSync(file, 'utf8').split('\n')[1] ?? '');
  const folder = join(workspace.packages, 'upstash');
  const hash = createHash('sha256');
  for (const path of Object.keys(digests(folder)).toSorted()) {
    const content = readFileSync(join(folder, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  record.integrations.upstash.output = { content: hash.digest('base64url') };
  const body = JSON.stringify(record);
  writeFileSync(file, `${createHash('sha256').update(body).digest('base64url')}\n${body}`);
}
