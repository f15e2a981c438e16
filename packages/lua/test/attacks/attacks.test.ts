/**
 * The attack corpus, run on the built package. Timings are printed, not asserted: an attack fails when it
 * ends in another way than it has to.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupNames, type AttackGroup, type GroupName } from './attack.js';
import { bridge } from './bridge.js';
import { cpu } from './cpu.js';
import { escape } from './escape.js';
import { growth } from './growth.js';
import { memory } from './memory.js';
import { policy } from './policy.js';
import type { AttackReport } from './run-attacks.js';
import { openWeakenedPackage } from './weakened-package.js';
import { attackPolicy, attackSandbox } from './worlds.js';

const fewest: Readonly<Record<GroupName, number>> = {
  escape: 30,
  cpu: 30,
  memory: 20,
  growth: 30,
  bridge: 20,
  policy: 20,
};
const sampleEveryMs = 5;
const delay = monitorEventLoopDelay({ resolution: sampleEveryMs });
const reports: Partial<Record<GroupName, AttackReport[]>> = {};
let requests: readonly string[] = [];

beforeAll(async () => {
  delay.enable();
  // Two at a time, as far as each group lets the machine.
  await Promise.all([
    attack(cpu).then(() => attack(escape)),
    attack(memory)
      .then(() => attack(growth))
      .then(() => attack(bridge))
      .then(async () => {
        const done = await attackPolicy(policy);
        reports.policy = done.reports;
        requests = [...done.requests];
      }),
  ]);
  delay.disable();
}, 600_000);

async function attack(group: AttackGroup): Promise<void> {
  reports[group.name] = await attackSandbox(group);
}

describe.each(groupNames)('%s', (name) => {
  test(`has ${fewest[name]} scripts or more, and no escape`, () => {
    const found = reports[name]!;
    expect(new Set(found.map((report) => report.attack.script)).size).toBeGreaterThanOrEqual(fewest[name]);
    expect(escapesIn(found)).toEqual([]);
  });
});

test('policy attacks send nothing', () => {
  expect(requests).toEqual([]);
});

afterAll(() => {
  const rows = groupNames.map((name) => {
    const found = reports[name] ?? [];
    const worst = Math.max(...found.map(({ overLimitMs }) => overLimitMs));
    return {
      scripts: found.length,
      escapes: escapesIn(found).length,
      'worst end over limit, ms': shown(worst),
    };
  });
  console.table(Object.fromEntries(groupNames.map((name, at) => [name, rows[at]])));
  const p99 = Math.max(0, delay.percentile(99) / 1e6 - sampleEveryMs);
  console.log(
    `attacks: requests sent by policy attacks ${requests.length}; event-loop delay of the host, p99 ${p99.toFixed(1)} ms`,
  );
});

const shown = (ms: number) => (ms > 0 ? Math.round(ms) : 'within');

function escapesIn(found: readonly AttackReport[]): string[] {
  return found.flatMap(({ attack: { name }, escape: why }) => (why === null ? [] : [`${name}: ${why}`]));
}

describe('the corpus finds', () => {
  const only = (group: AttackGroup, count: number): AttackGroup => ({
    ...group,
    attacks: group.attacks.slice(0, count),
  });

  // The Lua machine itself has no io, debug and package, and of os the clock alone: Lua tables stand for them here.
  test('libraries that were left in', async () => {
    const leftIn = `
      local known = function() return "x" end
      io = { open = function() return { read = known } end, lines = function() return known end, popen = known }
      for name in ("execute getenv remove rename tmpname exit setlocale"):gmatch("%a+") do os[name] = known end
      debug = { getregistry = known, getupvalue = known, sethook = known }
      package = { loaded = { io = io, debug = debug }, loadlib = known }
      require = known
      return known`;
    const { createLuaHost: create, remove } = await openWeakenedPackage([
      { file: 'prelude/sandbox.lua', change: () => leftIn },
    ]);
    const found = escapesIn(await attackSandbox(escape, { create }));
    remove();
    expect(found.join('\n')).toMatch(/iterate a file|walk all that can be reached/);
    expect(found.length).toBeGreaterThan(15);
    console.log(
      `attacks: without the sandbox, ${found.length} of ${escape.attacks.length} escape scripts get out`,
    );
  });

  test('libraries that can be changed', async () => {
    const { createLuaHost: create, remove } = await openWeakenedPackage([
      {
        file: 'prelude/sandbox.lua',
        change: (text) => text.replace('_G[name] = read_only(name, value)', ''),
      },
    ]);
    const found = escapesIn(await attackSandbox(escape, { create }));
    remove();
    expect(found.map((line) => line.split(':')[0])).toContain('replace a library function for the host');
  });

  test('a clock that does not end scripts', async () => {
    const { createLuaHost: create, remove } = await openWeakenedPackage([
      {
        file: 'dist/host/run-on-worker.js',
        change: (text) =>
          text.replace("limitError('timeoutMs', limits.timeoutMs)", "{ code: 'cancelled', message: 'late' }"),
      },
    ]);
    const found = escapesIn(await attackSandbox(only(cpu, 3), { create }));
    remove();
    expect(found).toHaveLength(3);
  });

  test('limits that are too wide', async () => {
    const wide = {
      timeoutMs: 500,
      memoryBytes: 2 ** 31,
      calls: 1e9,
      argumentBytes: 1e9,
      resultBytes: 1e9,
      depth: 10,
    };
    expect(escapesIn(await attackSandbox(only(memory, 3), { limits: wide }))).toHaveLength(3);
    expect(escapesIn(await attackSandbox(bridge, { limits: wide })).length).toBeGreaterThan(5);
  });

  test('a policy that permits', async () => {
    const done = await attackPolicy(policy, { rules: { defaults: { read: 'allow', write: 'allow' } } });
    expect(escapesIn(done.reports).length).toBeGreaterThan(15);
    expect(done.requests.length).toBeGreaterThan(100);
  });
});
