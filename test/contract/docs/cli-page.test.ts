/** The calls on the command-line page of each integration, run as they are printed, but with the command of this checkout. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { leadExample, readModels } from '@kosmokrator/generator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFolder, packagesFolder, root, specsFolder } from '@kosmokrator/testing/repository';
import { startReplayServer, type ReplayServer } from '@kosmokrator/testing/servers/replay-server';
import { hostEnvironment } from '../surfaces/surface.js';

const { models } = await readModels({ specsFolder, packagesFolder });
const home = mkdtempSync(join(tmpdir(), 'kosmo-cli-page-'));
let server: ReplayServer;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

describe.each(models)('the command-line page of $name', (model) => {
  const page = readFileSync(join(packageFolder(model.name), 'docs/cli.md'), 'utf8');
  const [, block = ''] = /## Call a function\n\n```sh\n(.*?)\n```/s.exec(page)!;
  const commands = block.split('\n').map((line) => line.replace(/^npx -y (?:--package=\S+ )+kosmo /, ''));
  const { fn, example } = leadExample(model)!;

  async function run(command: string): Promise<string> {
    server.serve(example.http);
    const env = {
      PATH: process.env['PATH'],
      HOME: home,
      KOSMO_KEYCHAIN: 'off',
      KOSMO_ACCOUNTS: join(home, model.name),
      ...hostEnvironment(model, server.url),
    };
    const kosmo = `'${process.execPath}' '${join(root, 'packages/cli/dist/bin.js')}'`;
    return (await promisify(execFile)('sh', ['-c', `${kosmo} ${command}`], { env, cwd: root })).stdout;
  }

  test('calls the function that its example calls', async () => {
    const { ok, data } = JSON.parse(await run(`${commands[0]} --json`));
    expect({ ok, data }).toMatchObject({ ok: true, data: example.result });
  });

  test('lists the functions, and the params of one', async () => {
    const list = await run(commands[1]!);
    for (const { name } of model.functions) expect(list).toContain(name);
    const help = await run(commands[2]!);
    for (const { name } of fn.params) expect(help).toContain(`--${name.replaceAll('_', '-')} `);
  });
});
