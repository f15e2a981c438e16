import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { packageFolder } from '@kosmokrator/testing/repository';

// Node prints the whole line that threw, so the bundle's lines decide what a program that catches nothing prints.
test('an SDK error that nobody catches prints little more than its message and its stack', () => {
  const sdk = pathToFileURL(join(packageFolder('upstash'), 'dist/index.js')).href;
  const script = `
    import { Upstash } from ${JSON.stringify(sdk)};
    const upstash = new Upstash({ redisUrl: 'https://x.upstash.io', redisToken: 't' });
    await upstash.getKey({ kee: 'a' });`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('"kee" is not a param; get_key takes key');
  expect(stderr.length).toBeLessThan(3_000);
  for (const line of stderr.split('\n')) expect(line.length).toBeLessThan(200);
});
