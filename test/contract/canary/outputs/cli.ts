import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectNone } from '../appearances.js';
import type { LeakyHost } from '../leaky-host.js';
import { pryingScript } from '../prying-script.js';
import { runKosmo } from '../run-kosmo.js';
import { verboseNode } from '../verbose-node.js';

/** What the command prints, and how its process shows. */
export function testCli({ canary, home, env }: LeakyHost): void {
  const kosmo = (args: readonly string[], more: Readonly<Record<string, string | undefined>> = {}) =>
    runKosmo(args, { ...env(), ...more });

  test('CLI: standard output and error, plain and as JSON, and the process itself', async () => {
    const file = join(home, 'script.lua');
    writeFileSync(
      file,
      pryingScript(
        ['get_bearer', 'set_basic', 'get_query', 'get_host'],
        ['echo-body', 'echo-base64', 'message-400', 'redirect-host', 'request-id', 'html-cut', 'status'],
      ),
    );
    const failing = join(home, 'failing.lua');
    writeFileSync(
      failing,
      'print(app.integrations.leaky.get_bearer({ how = "echo-body" }).header) return app.integrations.leaky.get_basic({ how = "message-401-base64" })',
    );
    const hanging = join(home, 'hanging.lua');
    writeFileSync(hanging, 'return app.integrations.leaky.get_query({ how = "hang" })');
    const asked = join(home, 'asked.lua');
    writeFileSync(asked, `return app.integrations.leaky.set_bearer({ how = ${JSON.stringify(canary)} })`);
    const runs = {
      plain: await kosmo(['lua', file, '--yes']),
      json: await kosmo(['lua', file, '--yes', '--json']),
      verbose: await kosmo(['lua', file, '--yes'], verboseNode),
      failing: await kosmo(['lua', failing]),
      'failing as JSON': await kosmo(['lua', failing, '--json'], verboseNode),
      hanging: await kosmo(['lua', hanging, '--timeout', '1500ms'], verboseNode),
      'not approved': await kosmo(['lua', asked, '--json']),
      'bad credential': await kosmo(['lua', failing], { LEAKY_TOKEN: `${canary}\nx` }),
      'bad URL': await kosmo(['lua', failing], {
        KOSMO_LEAKY_BEARER_BASE_URL: `https://x:${canary}@x.example/`,
      }),
      'stored account': await kosmo(['lua', failing], {
        LEAKY_TOKEN: undefined,
        LEAKY_URL: undefined,
        LEAKY_EMAIL: undefined,
      }),
    };
    expect(runs.plain.stdout).toContain('[redacted]');
    expect(runs.failing.stderr).toMatch(/^auth_failed: .*\[redacted\]/);
    expect(runs.hanging.process).toContain('lua');
    const outputs = Object.entries(runs).flatMap(([name, run]) =>
      Object.entries(run).map(([stream, output]) => [`${name} ${stream}`, output]),
    );
    expectNone(canary, Object.fromEntries(outputs) as Record<string, string>);
  });
}
