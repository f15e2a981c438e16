import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { kosmoWithParcels } from '../../testing/kosmo-with-parcels.js';

const { kosmo, folder, env } = kosmoWithParcels();

test('kosmo mcp serve names a package that is broken, and serves the others', async () => {
  const damaged = join(folder, 'damaged');
  mkdirSync(join(damaged, 'acme-mail'), { recursive: true });
  writeFileSync(join(damaged, 'acme-mail/manifest.json'), '{"half');
  const settings = { KOSMO_INTEGRATIONS_PATH: [env['KOSMO_INTEGRATIONS_PATH'], damaged].join(delimiter) };
  const { code, stderr } = await kosmo(['mcp', 'serve'], '', settings);
  expect(stderr).toMatch(/^broken_integration: the integration in \S+acme-mail is broken: .*\n$/);
  expect(code).toBe(0);
  const named = await kosmo(['mcp', 'serve', '--integration', 'acme-mail'], '', settings);
  expect(named.stderr).toContain('acme-mail is broken');
  expect(named.code).not.toBe(0);
});
