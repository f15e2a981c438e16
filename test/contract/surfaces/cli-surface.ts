import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import type { FunctionModel, IntegrationModel } from '@kosmokrator/generator';
import { main } from '@kosmokrator/cli';
import { parseJson } from '@kosmokrator/runtime';
import { encodeJson } from '@kosmokrator/runtime/internal';
import { root } from '@kosmokrator/testing/repository';
import { hostEnvironment } from './surface.js';
import type { CallOutcome, OpenSurface, Surface } from './surface.js';

type Run = (args: readonly string[], env: Readonly<Record<string, string>>) => Promise<string> | string;

/** `kosmo call` in this process. */
export const openCli: OpenSurface = async (integration, baseUrl) => open(integration, baseUrl, runHere);

/** `kosmo call` as a process of its own. */
export const openCliProcess: OpenSurface = async (integration, baseUrl) =>
  open(integration, baseUrl, runApart);

function open(integration: IntegrationModel, baseUrl: string, run: Run): Surface {
  const home = mkdtempSync(join(tmpdir(), 'kosmo-surface-'));
  const env = { ...hostEnvironment(integration, baseUrl), KOSMO_HOME: home, KOSMO_KEYCHAIN: 'off' };
  return {
    async call({ fullName }: FunctionModel, args): Promise<CallOutcome> {
      // No example finds what another has stored.
      rmSync(join(home, 'accounts'), { recursive: true, force: true });
      const printed = await run(['call', fullName, encodeJson(args), '--yes', '--json'], env);
      const { ok, data, error } = parseJson(printed) as {
        readonly ok: boolean;
        readonly data: unknown;
        readonly error: Readonly<Record<string, unknown>>;
      };
      return ok ? { result: data } : { error };
    },
    async close() {
      rmSync(home, { recursive: true });
    },
  };
}

/** The command takes its environment and its streams from the process, which gets them back. */
const runHere: Run = async (args, env) => {
  const { stdout, stderr } = process;
  const before = { env: process.env, out: stdout.write, err: stderr.write };
  const streams = [stdout, stderr] as const;
  const listeners = streams.map((stream) => stream.listeners('error'));
  let printed = '';
  process.env = { ...env };
  stdout.write = (text: string | Uint8Array) => ((printed += String(text)), true);
  try {
    await main(args);
    return printed;
  } finally {
    process.env = before.env;
    stdout.write = before.out;
    stderr.write = before.err;
    for (const [at, stream] of streams.entries())
      for (const listener of stream.listeners('error'))
        if (!listeners[at]!.includes(listener)) stream.off('error', listener as () => void);
  }
};

const runApart: Run = (args, env) => {
  const command = [join(root, 'packages/cli/dist/bin.js'), ...args];
  return textOf(spawn(process.execPath, command, { env }).stdout);
};
