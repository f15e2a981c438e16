import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kosmoWithParcels } from '../testing/kosmo-with-parcels.js';

const { kosmo } = kosmoWithParcels();

describe('kosmo', () => {
  test('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await kosmo(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('lists commands and exit codes in its help', async () => {
    const { code, stdout, stderr } = await kosmo(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const text of ['lua', 'mcp', 'emulate', 'Exit codes:', ' 130 ']) expect(stdout).toContain(text);
  });

  test.each([
    [['lau'], 'lua'],
    [['lua', '--jsn', 'x.lua'], '--json'],
    [['mcp', 'serv'], 'serve'],
    [['emulate', '--redis', 'serve'], 'server'],
    [['lua'], 'file'],
    [[], 'Usage'],
  ])('answers %j with exit code 2 and a hint', async (args, hint) => {
    const { code, stdout, stderr } = await kosmo(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });
});
