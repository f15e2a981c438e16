import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWorkspace, digests } from './workspace.js';

describe('generate', () => {
  test('reports what it created, that nothing changed, and what it updated', () => {
    const workspace = createWorkspace();
    const first = workspace.run();
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^created planetscale \(\d+ new\)\ncreated upstash \(\d+ new\)\n14 functions, \d+ files, \d+ ms\n$/,
    );
    const files = Object.keys(digests(workspace.packages)).length;
    expect(first.stdout).toContain(`14 functions, ${files} files`);

    expect(workspace.run().stdout).toMatch(
      new RegExp(`^Nothing changed: 14 functions, ${files} files, \\d+ ms\\n$`),
    );

    workspace.edit('specs/upstash/functions/get_key.yaml', 'description: ', 'description: Now different. ');
    expect(workspace.run().stdout).toMatch(
      new RegExp(`^updated upstash \\(\\d+ changed\\)\\n14 functions, ${files} files, \\d+ ms\\n$`),
    );
  });

  test('removes what is no longer wanted: a function, and an integration', () => {
    const workspace = createWorkspace();
    workspace.run();
    rmSync(join(workspace.folder, 'specs/upstash/functions/get_database.yaml'));
    // The spec names it in its order of functions, too.
    workspace.edit('specs/upstash/integration.yaml', '  - get_database\n', '');
    expect(workspace.run().stdout).toMatch(/^updated upstash \(\d+ changed, 1 removed\)\n13 functions/);
    expect(existsSync(join(workspace.packages, 'upstash/src/functions/get_database.ts'))).toBe(false);
    rmSync(join(workspace.folder, 'specs/upstash'), { recursive: true });
    expect(workspace.run().stdout).toMatch(/^removed upstash \(\d+ removed\)\n7 functions/);
    expect(readdirSync(workspace.packages)).toEqual(['planetscale']);
  });

  test('no package is removed because the folder of specs is a wrong one, until --prune says so', () => {
    const workspace = createWorkspace();
    workspace.run();
    const before = digests(workspace.packages);
    const wrong = join(workspace.folder, 'wrong');
    mkdirSync(wrong);
    const options = ['--specs', wrong, '--out', workspace.packages];
    for (const args of [options, [...options, '--check']]) {
      const run = workspace.run(args);
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toMatch(/^error: there is no integration in \S+wrong\. .*--specs.*--prune/);
    }
    cpSync(join(workspace.folder, 'specs/upstash'), join(wrong, 'other'), { recursive: true });
    workspace.edit('wrong/other/integration.yaml', 'name: upstash', 'name: other');
    const other = workspace.run(options);
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toContain('all would be removed: planetscale, upstash');
    expect(digests(workspace.packages)).toEqual(before);
    rmSync(join(wrong, 'other'), { recursive: true });
    expect(workspace.run([...options, '--prune', '--check']).stderr).toContain('extra   ');
    expect(digests(workspace.packages)).toEqual(before);
    expect(workspace.run([...options, '--prune']).stdout).toMatch(
      /^removed planetscale .*\nremoved upstash /,
    );
    expect(readdirSync(workspace.packages)).toEqual([]);
  });

  test('a folder that was not generated is neither emptied nor written to', () => {
    const workspace = createWorkspace();
    workspace.write('packages/integrations/upstash/package.json', '{ "name": "mine" }');
    workspace.write('packages/integrations/upstash/precious.txt', 'mine');
    for (const args of [[], ['--check']]) {
      const run = workspace.run(args);
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toMatch(
        /^error: \S+upstash was not generated: none of its files contains "Generated from …\/upstash\/", .*Move the folder away/,
      );
    }
    expect(Object.keys(digests(workspace.packages))).toEqual([
      'upstash/package.json',
      'upstash/precious.txt',
    ]);
  });

  test('nothing outside of the specs comes into a package by a link, also where nothing else changed', () => {
    const workspace = createWorkspace();
    const at = (path: string) => join(workspace.folder, path);
    workspace.write('secret.txt', 'secret');
    symlinkSync(at('secret.txt'), at('specs/upstash/overview.md'));
    const run = workspace.run();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(
      'specs/upstash/overview.md:1:1 FILE_KIND\n  `overview.md` is a symbolic link',
    );
    expect(existsSync(workspace.packages)).toBe(false);
    rmSync(at('specs/upstash/overview.md'));
    expect(workspace.run().code).toBe(0);
    for (const path of ['specs/upstash', 'specs/upstash/functions', 'specs/upstash/functions/get_key.yaml']) {
      renameSync(at(path), at('moved'));
      symlinkSync(at('moved'), at(path));
      const linked = workspace.run();
      expect(linked.code).toBe(1);
      expect(linked.stderr).toContain(`${path}:1:1 FILE_KIND`);
      expect(workspace.run(['--only', 'upstash']).stderr).toContain(`${path}:1:1 FILE_KIND`);
      rmSync(at(path));
      renameSync(at('moved'), at(path));
    }
    expect(workspace.run().code).toBe(0);
  });

  test.runIf(process.platform !== 'win32')('a named pipe is refused, and not waited for', () => {
    const workspace = createWorkspace();
    const pipe = join(workspace.folder, 'specs/upstash/functions/wait.yaml');
    execFileSync('mkfifo', [pipe]);
    expect(workspace.run().stderr).toContain('`wait.yaml` is a named pipe, but must be a file');
  });

  test('conflict markers in a package.json are told of with their place, and change nothing', () => {
    const workspace = createWorkspace();
    workspace.run();
    const path = 'packages/integrations/upstash/package.json';
    workspace.edit(path, '  "version"', '<<<<<<< HEAD\n  "version"');
    const before = digests(workspace.packages);
    for (const args of [[], ['--check']]) {
      const { code, stderr } = workspace.run(args);
      expect(code).toBe(1);
      expect(stderr).toContain(`${path}:4:1 PACKAGE_JSON_BROKEN\n  package.json has Git conflict markers`);
    }
    expect(digests(workspace.packages)).toEqual(before);
  });

  test('--only leaves the others alone', () => {
    const workspace = createWorkspace();
    expect(workspace.run(['--only', 'upstash']).stdout).toMatch(/^created upstash \(\d+ new\)\n7 functions/);
    expect(readdirSync(workspace.packages)).toEqual(['upstash']);
    const unknown = workspace.run(['--only', 'upstahs']);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('INTEGRATION_UNKNOWN');
    expect(readdirSync(workspace.packages)).toEqual(['upstash']);
  });

  test('writes nothing when a spec is wrong, and shows every diagnostic', () => {
    const workspace = createWorkspace();
    workspace.run();
    const before = digests(workspace.packages);
    workspace.edit('specs/upstash/functions/get_key.yaml', 'operation: read', 'operation: raed');
    workspace.edit('specs/planetscale/functions/get_branch.yaml', 'title:', 'tittle:');
    workspace.edit('specs/upstash/integration.yaml', 'category: data', 'category: other');
    const run = workspace.run();
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('specs/upstash/functions/get_key.yaml:');
    expect(run.stderr).toContain('specs/planetscale/functions/get_branch.yaml:');
    expect(digests(workspace.packages)).toEqual(before);
    expect(workspace.run(['--check']).code).toBe(1);
  });

  test('names the file with the mistake as it can be opened from the working folder', () => {
    const workspace = createWorkspace();
    workspace.edit('specs/upstash/functions/get_key.yaml', 'operation: read', 'operation: raed');
    const place = (cwd: string) => {
      mkdirSync(join(workspace.folder, cwd), { recursive: true });
      const args = ['--specs', join(workspace.folder, 'specs'), '--out', workspace.packages];
      return workspace.run(args, { cwd: join(workspace.folder, cwd) }).stderr.split(':', 1)[0];
    };
    expect(place('.')).toBe('specs/upstash/functions/get_key.yaml');
    expect(place('other')).toBe('../specs/upstash/functions/get_key.yaml');
    const deep = 'a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t';
    expect(place(deep)).toBe(join(workspace.folder, 'specs/upstash/functions/get_key.yaml'));
  });

  test('--check lists each file that is not as generated, and changes none', () => {
    const workspace = createWorkspace();
    expect(workspace.run(['--check']).code).toBe(1);
    expect(existsSync(workspace.packages)).toBe(false);
    workspace.run();
    expect(workspace.run(['--check'])).toMatchObject({ code: 0, stderr: '' });
    workspace.write('packages/integrations/upstash/src/index.ts', 'changed');
    workspace.write('packages/integrations/upstash/docs/more.md', 'extra');
    workspace.write('packages/integrations/upstash/dist/index.js', 'a build');
    rmSync(join(workspace.packages, 'planetscale/mcp/tools.json'));
    const before = digests(workspace.packages);
    expect(workspace.run(['--', '--check'])).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        'missing packages/integrations/planetscale/mcp/tools.json',
        'extra   packages/integrations/upstash/docs/more.md',
        'changed packages/integrations/upstash/src/index.ts',
        '3 files differ from what the generator writes. Run `pnpm generate` and commit the result.',
        '',
      ].join('\n'),
    });
    expect(digests(workspace.packages)).toEqual(before);
  });

  test('finds the specs from a folder further down', () => {
    const workspace = createWorkspace();
    expect(workspace.run([], { cwd: join(workspace.folder, 'specs/upstash') }).code).toBe(0);
    expect(readdirSync(workspace.packages)).toEqual(['planetscale', 'upstash']);
  });
});

describe('a wrong command line', () => {
  test.each([
    [['--chekc'], "Unknown option '--chekc'"],
    [['--only'], "Option '--only <value>' argument missing"],
    [['again'], 'unknown command: generate again'],
    [['--check', '--watch'], '--check cannot be used with --watch'],
    [['--prune', '--only', 'upstash'], '--prune cannot be used with --only'],
    [['--specs', 'nowhere'], 'nowhere is not a folder'],
  ])('%j exits with 2 and the usage', (args, message) => {
    const workspace = createWorkspace();
    const run = workspace.run(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain('Usage: ');
    expect(existsSync(workspace.packages)).toBe(false);
  });

  test('a place without specs is one', () => {
    const workspace = createWorkspace();
    const empty = `${workspace.folder}-empty`;
    mkdirSync(empty);
    const run = workspace.run([], { cwd: empty });
    rmSync(empty, { recursive: true });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('there is no folder named specs here or in a parent folder; pass --specs');
  });

  test('--help is none', () => {
    expect(createWorkspace().run(['--help'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('validate', () => {
  test('says what is valid, and writes nothing', () => {
    const workspace = createWorkspace();
    expect(workspace.run(['--json'], { command: 'validate' })).toEqual({
      code: 0,
      stdout: '{"ok":true,"diagnostics":[],"changes":[],"functions":14,"files":0}\n',
      stderr: '',
    });
    expect(workspace.run([], { command: 'validate' }).stdout).toBe('Valid: 14 functions of 2 integrations\n');
    expect(workspace.run(['--only', 'upstash'], { command: 'validate' }).stdout).toBe(
      'Valid: 7 functions of 1 integration\n',
    );
    expect(existsSync(workspace.packages)).toBe(false);
  });

  test('tells each mistake with its place and its fix', () => {
    const workspace = createWorkspace();
    workspace.edit('specs/upstash/functions/get_key.yaml', 'operation: read', 'operation: reed');
    const plain = workspace.run([], { command: 'validate' });
    expect(plain).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('get_key.yaml:') });
    const { ok, diagnostics } = JSON.parse(workspace.run(['--json'], { command: 'validate' }).stdout);
    expect(ok).toBe(false);
    expect(diagnostics).toEqual([
      {
        code: expect.any(String),
        message: expect.stringContaining('operation'),
        file: expect.stringMatching(/specs\/upstash\/functions\/get_key\.yaml$/),
        line: expect.any(Number),
        column: expect.any(Number),
        fix: expect.any(String),
      },
    ]);
    expect(JSON.parse(workspace.run(['--json']).stdout)).toMatchObject({ ok: false, diagnostics });
  });

  test.each([['--check'], ['--watch'], ['--prune'], ['--out', 'x']])('takes no %s', (...options) => {
    expect(createWorkspace().run(options, { command: 'validate' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`validate writes nothing: leave out ${options[0]}`),
    });
  });

  test('generate --json tells what it changed, and --check what differs', () => {
    const workspace = createWorkspace();
    const check = JSON.parse(workspace.run(['--check', '--json']).stdout);
    expect(check).toMatchObject({ ok: false, diagnostics: [], functions: 14 });
    const made = JSON.parse(workspace.run(['--json']).stdout);
    expect(made).toMatchObject({
      ok: true,
      changes: [{ name: 'planetscale', kind: 'created' }, { name: 'upstash' }],
    });
    expect(JSON.parse(workspace.run(['--check', '--json']).stdout)).toMatchObject({ ok: true, changes: [] });
  });
});
