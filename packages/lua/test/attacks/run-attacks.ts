import { isDeepStrictEqual } from 'node:util';
import type { LuaHost, ScriptRun } from '../../dist/index.js';
import { createScriptClock } from '../../src/host/script-clock.js';
import type { Attack, AttackGroup, Outcome } from './attack.js';

/** Shows up in a result, an output or an error only when a script got out of the sandbox. */
export const canary = 'canary-5d1f0c8a77';

/** How one attack went. */
export interface AttackReport {
  readonly attack: Attack;
  /** Why it is an escape; null when all held. */
  readonly escape: string | null;
  /** Milliseconds that it went on after its time limit; 0 or less when it ended before. */
  readonly overLimitMs: number;
}

interface Surroundings {
  readonly lua: LuaHost;
  /** Given to the scripts as `args`. */
  readonly args: unknown;
  /** Called before each attack, which then has the host for itself. */
  readonly onAttack?: (attack: Attack) => void;
}

/** Runs the scripts of a group one after the other. A host serves several groups at the same time. */
export async function runAttacks(group: AttackGroup, surroundings: Surroundings): Promise<AttackReport[]> {
  const reports: AttackReport[] = [];
  for (const attack of group.attacks) reports.push(await runAttack(attack, group, surroundings));
  return reports;
}

async function runAttack(
  attack: Attack,
  { limits, before = '' }: AttackGroup,
  { lua, args, onAttack }: Surroundings,
): Promise<AttackReport> {
  onAttack?.(attack);
  const clock = createScriptClock();
  let started = performance.now();
  let overLimitMs = 0;
  const timed: typeof clock = {
    ...clock,
    start(ms, onExpired) {
      started = performance.now();
      clock.start(ms, onExpired);
    },
  };
  const [run, neighbour] = await Promise.all([
    lua.run(before + attack.script, { args, clock: timed }).then((done) => {
      overLimitMs = performance.now() - started - limits.timeoutMs;
      return done;
    }),
    lua.run(harmless, patient),
  ]);
  const next = await lua.run(harmless, patient);
  const harmed = [neighbour, next].some(({ result }) => result !== harmlessResult);
  const escape = harmed ? 'it ended another script' : findEscape(attack.holds, run);
  return { attack, escape, overLimitMs };
}

/** Runs beside each attack, and after it. */
const harmless = 'local sum = 0 for i = 1, 100 do sum = sum + i end return #tostring(docs) > 0 and sum';
const harmlessResult = 5050;
const patient = { timeoutMs: 30_000 };

function findEscape(holds: Outcome, run: ScriptRun): string | null {
  if (contains(run, canary)) return 'it got the canary';
  if (Object.keys(Object.prototype).length > 0) return 'it changed the prototype of all objects';
  return hasEnded(holds, run) ? null : `it ended otherwise: ${describe(run)}`;
}

function hasEnded(holds: Outcome, { ok, result, error }: ScriptRun): boolean {
  if ('result' in holds) return ok && isDeepStrictEqual(result, holds.result);
  if ('limit' in holds) return error?.code === 'limit_exceeded' && error['limit'] === holds.limit;
  return error?.code === holds.code && error.message.includes(holds.message ?? '');
}

function describe({ ok, result, error }: ScriptRun): string {
  return (ok ? `result ${toText(result)}` : `error ${error?.code}: ${error?.message}`).slice(0, 200);
}

function contains(run: ScriptRun, text: string): boolean {
  return toText(run).includes(text);
}

function toText(value: unknown): string {
  return JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? String(item) : item)) ?? 'nothing';
}
