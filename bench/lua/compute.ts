import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { createLuaHost, type LuaHost } from '@kosmokrator/lua';
import type { Host } from '@kosmokrator/host';
import { median } from '../generate/measure.js';

const folder = fileURLToPath(new URL('kernels/', import.meta.url));
const natives = ['lua5.4', 'luajit'] as const;

/** CPU milliseconds of one kernel: of the sandbox, and of each native Lua that is installed. */
export interface KernelTimes {
  readonly name: string;
  readonly sandbox: number;
  readonly native: Readonly<Partial<Record<(typeof natives)[number], number>>>;
}

/**
 * Runs every kernel in turn in the sandbox and in the native Luas, `rounds` times, and takes medians. CPU time, since
 * the machine may be busy with other things; the sandbox's includes the threads that compile for it. One run before
 * the first round warms the worker up, as it is for all but its first script.
 */
export async function measureCompute(lua: LuaHost, rounds: number): Promise<KernelTimes[]> {
  const installed = natives.filter(isInstalled);
  const kernels: KernelTimes[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    const sandbox: number[] = [];
    const native = new Map(installed.map((program) => [program, [] as number[]]));
    await runSandboxed(lua, file);
    for (let round = 0; round < rounds; round += 1) {
      const ours = await runSandboxed(lua, file);
      sandbox.push(ours.milliseconds);
      for (const [program, times] of native) {
        const theirs = runNative(program, file);
        if (theirs.result !== ours.result)
          throw new Error(`${file}: ${program} gave ${theirs.result}, the sandbox ${ours.result}`);
        times.push(theirs.milliseconds);
      }
    }
    const medians = Object.fromEntries([...native].map(([program, times]) => [program, median(times)]));
    kernels.push({ name: file.replace('.lua', ''), sandbox: median(sandbox), native: medians });
  }
  return kernels;
}

/** CPU milliseconds of fib on a new worker that has run `return 1` and has then rested. */
export async function measureFresh(host: Host, restMs: number): Promise<number> {
  const lua = createLuaHost({ host });
  await lua.run('return 1');
  await wait(restMs);
  const { milliseconds } = await runSandboxed(lua, 'fib.lua');
  await lua.close();
  return milliseconds;
}

interface KernelRun {
  readonly milliseconds: number;
  readonly result: number;
}

async function runSandboxed(lua: LuaHost, file: string): Promise<KernelRun> {
  const source = readFileSync(folder + file, 'utf8');
  const before = process.cpuUsage();
  const { result, error } = await lua.run(source, { name: file });
  const { user, system } = process.cpuUsage(before);
  if (error !== null) throw new Error(`${file}: ${error.message}`);
  return { milliseconds: (user + system) / 1000, result: result as number };
}

function runNative(program: string, file: string): KernelRun {
  const source = `local start = os.clock()
    local result = dofile(${JSON.stringify(folder + file)})
    print((os.clock() - start) * 1000, result)`;
  const [milliseconds, result] = execFileSync(program, ['-e', source], { encoding: 'utf8' }).split('\t');
  return { milliseconds: Number(milliseconds), result: Number(result) };
}

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
