import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
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
    expect(workspace.run().stdout).toMatch(/^updated upstash \(\d+ changed, 1 removed\)\n13 functions/);
    expect(existsSync(join(workspace.packages, 'upstash/src/functions/get_database.ts'))).toBe(false);
    rmSync(join(workspace.folder, 'specs/upstash'), { recursive: true });
    expect(workspace.run().stdout).toMatch(/^removed upstash \(\d+ removed\)\n7 functions/);
    expect(readdirSync(workspace.packages)).toEqual(['planetscale']);
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
        '3 files are not as generated. Run `pnpm generate` and commit what it writes.',
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
    [['--check', '--watch'], '--check and --watch do not go together'],
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
    expect(run.stderr).toContain('there is no folder named specs here or further up; pass --specs');
  });

  test('--help is none', () => {
    expect(createWorkspace().run(['--help'])).toMatchObject({ code: 0, stderr: '' });
  });
});
