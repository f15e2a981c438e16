/**
 * Every command and script of every `SKILL.md`, run as it is printed: a command by a shell, against the replies of
 * its example; a script by `kosmo lua`, against the emulator. What stands below each is what it has to print.
 */
import { execFile, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { startEmulator } from '@kosmokrator/emulator';
import type { Emulator } from '@kosmokrator/emulator';
import {
  callCommand,
  leadExample,
  readModels,
  referenceCommand,
  skillCommands,
} from '@kosmokrator/generator';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { startReplayServer } from '@kosmokrator/testing/servers/replay-server';
import type { ReplayServer } from '@kosmokrator/testing/servers/replay-server';
import { packageFolder, packagesFolder, root, specsFolder } from '@kosmokrator/testing/repository';
import { hostEnvironment } from '../surfaces/surface.js';

const run = promisify(execFile);
const { models } = await readModels({ specsFolder, packagesFolder });
const hasShell = spawnSync('sh', ['-c', 'exit 0']).status === 0;
const home = mkdtempSync(join(tmpdir(), 'kosmo-skills-'));
const kosmo = join(root, 'packages/cli/dist/bin.js');
const timeout = 60_000;
const counts = { commands: 0, scripts: 0 };
const sizes: string[] = [];
let replay: ReplayServer;
let emulator: Emulator;

beforeAll(async () => {
  // A project with the command and the integrations installed, so that the real npx finds them.
  mkdirSync(join(home, 'node_modules/.bin'), { recursive: true });
  mkdirSync(join(home, 'node_modules/@kosmokrator'));
  for (const { name } of [{ name: 'cli' }, ...models]) {
    const from = name === 'cli' ? join(root, 'packages/cli') : packageFolder(name);
    const to = join(home, 'node_modules/@kosmokrator', name);
    mkdirSync(to);
    for (const file of name === 'cli' ? ['package.json'] : readdirSync(from))
      symlinkSync(join(from, file), join(to, file));
  }
  const installed = `#!/bin/sh\nexec '${process.execPath}' '${kosmo}' "$@"\n`;
  writeFileSync(join(home, 'node_modules/.bin/kosmo'), installed, { mode: 0o755 });
  [replay, emulator] = await Promise.all([startReplayServer(), startEmulator()]);
});

afterAll(async () => {
  await Promise.all([replay.close(), emulator.close()]);
  rmSync(home, { recursive: true });
  console.log([`skills: ${counts.commands} commands and ${counts.scripts} scripts run`, ...sizes].join('\n'));
});

describe.each(models)('the skill of $name', (integration) => {
  const skills = join(packageFolder(integration.name), 'skills');
  const [name = ''] = readdirSync(skills);
  const page = readFileSync(join(skills, name, 'SKILL.md'), 'utf8');
  const blocks = blocksOf(page);

  test('is where installers look, within 500 lines and 2,000 tokens', () => {
    const [, head] = /^---\n([^]*?)\n---\n/.exec(page)!;
    expect(parseYaml(head!)).toMatchObject({ name, description: expect.stringContaining('Use when') });
    const { files } = JSON.parse(readFileSync(join(packageFolder(integration.name), 'package.json'), 'utf8'));
    expect(files).toContain('skills');
    // `npx skills add` finds skills/<name> in the folder that it is given, and else what is at most five folders deep.
    expect(relative(root, join(skills, name)).split(/[\\/]/)).toHaveLength(5);
    const [tokens, lines] = [encode(page).length, page.split('\n').length - 1];
    sizes.push(`  ${name}: ${tokens} tokens, ${lines} lines`);
    expect(tokens).toBeLessThanOrEqual(2000);
    expect(lines).toBeLessThanOrEqual(500);
  });

  const reference = referenceCommand(integration).text;
  const lead = leadExample(integration)!;
  const call = callCommand(integration, lead).text;
  const commands = blocks.filter(
    ({ language, code }) => language === 'sh' && ![reference, call].includes(code),
  );

  test('has no code but commands, scripts, and what they print', () => {
    expect(blocks.map(({ code }) => code)).toContain(reference);
    const known = blocks.flatMap(({ prints }) => (prints ? [1, 2] : [1]));
    expect(page.match(/^ *```\w/gm)).toHaveLength(known.length);
  });

  test.skipIf(!hasShell).each(commands)('runs $code', { timeout }, async ({ code, prints }) => {
    const { example } = skillCommands(integration).find(({ command }) => command.text === code)!;
    replay.serve(example.http);
    const printed = await shell(code, hostEnvironment(integration, replay.url));
    expect(replay.requests()).toHaveLength(example.http.length);
    const read = prints?.language === 'json' ? JSON.parse : (text: string) => text.trimEnd();
    expect(read(printed)).toEqual(read(prints?.text ?? ''));
    counts.commands += 1;
  });

  test.skipIf(!hasShell)('runs the call without a script', { timeout }, async () => {
    expect(blocks.map(({ code }) => code)).toContain(call);
    replay.serve(lead.example.http);
    const printed = await shell(`${call} --json`, hostEnvironment(integration, replay.url));
    expect(JSON.parse(printed).data).toMatchObject(lead.example.result as object);
    counts.commands += 1;
  });

  test.skipIf(!hasShell)('runs the command for the reference', { timeout }, async () => {
    const printed = await shell(reference, {});
    for (const fn of integration.functions) expect(printed).toContain(fn.name);
    counts.commands += 1;
  });

  test.each(blocks.filter(({ language }) => language === 'lua'))(
    'runs the script $code',
    { timeout },
    async ({ code, prints }) => {
      const args = [kosmo, 'lua', '--yes', '--eval', code];
      const { stdout } = await run(process.execPath, args, { cwd: home, env: environment(emulator.env) });
      expect(stdout.trimEnd()).toBe(prints!.text);
      counts.scripts += 1;
    },
  );
});

interface Block {
  readonly language: string;
  readonly code: string;
  readonly prints?: { readonly language: string; readonly text: string };
}

/** The commands and scripts of a page, each with the block of output that stands below it. */
function blocksOf(page: string): Block[] {
  const fences = [...page.matchAll(/^(`{3,})(\w+)\n([^]*?)\n\1$/gm)];
  const found = fences.map(([, , language, text]) => ({ language: language!, text: text! }));
  return found.flatMap(({ language, text }, index) => {
    if (language !== 'sh' && language !== 'lua') return [];
    const next = found[index + 1];
    const isOutput = next && next.language !== 'sh' && next.language !== 'lua';
    return [{ language, code: text, ...(isOutput && { prints: next }) }];
  });
}

async function shell(command: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await run('sh', ['-c', command], { cwd: home, env: environment(variables) });
  return stdout;
}

/** A machine where nothing has been set up, with the repository's own integrations and without a registry. */
function environment(variables: Readonly<Record<string, string>>): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    KOSMO_HOME: mkdtempSync(join(home, 'settings-')),
    KOSMO_KEYCHAIN: 'off',
    ...variables,
  };
}
