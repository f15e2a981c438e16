/**
 * A credential that everything tries to give away: a service that sends it back in every way, failures on the way
 * there, scripts that print all that they can reach. It appears in no output of any surface.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { appearances } from './appearances.js';
import { findCanary } from '@kosmokrator/testing/find-canary';
import { leakyHosts } from './leaky-host.js';
import { show } from './show.js';
import { testCli } from './outputs/cli.js';
import { testLua } from './outputs/lua.js';
import { testMcp } from './outputs/mcp.js';
import { testSdk } from './outputs/sdk.js';

const canaries = {
  'a token as services give out': 'cnryK7f3a9Qq2LmZx8Tb4Wd6',
  'a token of every printable kind': 'cn/ry+"K7\\f3&a9<Qq2%41=LmZ~x8',
};

const leakyHost = leakyHosts();

// One file runs all surfaces, so that one line tells the total.
afterAll(() => {
  const { found, outputs } = appearances();
  console.log(`canary: ${found} appearances in ${outputs} outputs`);
});

describe.each(Object.entries(canaries))('%s', (_name, canary) => {
  test('a canary that is shown is found', () => {
    const basic = `Basic ${btoa(`ada@example.com:${canary}`)}`;
    const forms = [
      canary,
      encodeURIComponent(canary),
      JSON.stringify(canary),
      btoa(canary),
      basic,
      canary.slice(0, 9),
    ];
    for (const form of forms) expect(findCanary(`x ${form} y`, canary)).not.toEqual([]);
    expect(findCanary(show(new Error('x', { cause: { canary } })), canary)).not.toEqual([]);
  });

  const host = leakyHost(canary);
  testSdk(host);
  testLua(host);
  testMcp(host);
  testCli(host);
});
