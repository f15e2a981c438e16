import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { showCurl } from './show-curl.js';

test.skipIf(process.platform === 'win32')('a shell gives curl exactly the parts of the request', () => {
  const url = 'https://a.test/x?q=[1]&b=$HOME';
  const headers = { accept: "it's" };
  const command = showCurl({ method: 'POST', url, headers, body: '{"a":"`x`\n"}' });
  const shell = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  expect(String(execFileSync('sh', ['-c', shell])).split('\0')).toEqual([
    '-X',
    'POST',
    '--globoff',
    url,
    '-H',
    "accept: it's",
    '--data-raw',
    '{"a":"`x`\n"}',
    '',
  ]);
});
