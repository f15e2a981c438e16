import { type Attack, findAttack } from './find-attack.js';
import { makeMachine } from './machine.js';
import { Unproven } from './program.js';
import { provesLinear } from './proves-linear.js';
import { type ProgramPart, readPrograms } from './read-program.js';

/** Why an expression cannot be used: a text that takes it long, or what keeps that from being ruled out. */
export type Backtracking = Attack | { readonly reason: string };

const tooManyStates =
  'it can match in too many ways to try them all. Use smaller counts, and `maxLength` instead of a look-ahead';

const known = new Map<string, Backtracking | undefined>();

/**
 * Finds out whether a text can make JavaScript's engine take more than time in proportion to its length to look for
 * an expression in it. With `longest`, the most characters that a text may have, what counts is that none takes more
 * than some milliseconds. An expression passes when that is proven, so that some harmless ones do not.
 *
 * @param source An expression that compiles with the flags.
 * @param flags Any of i, m, s and u.
 */
export function findBacktracking(source: string, flags: string, longest?: number): Backtracking | undefined {
  const key = `${flags}/${longest ?? ''}/${source}`;
  if (!known.has(key)) known.set(key, look(source, flags, longest));
  return known.get(key);
}

function look(source: string, flags: string, longest?: number): Backtracking | undefined {
  try {
    for (const part of readPrograms(source, flags)) {
      const machine = makeMachine(part, flags);
      const proven = provesLinear(machine, Math.min(part.longest, longest ?? Infinity));
      if (proven) continue;
      const attack = part.overcounts ? undefined : findAttack(machine, part);
      if (attack && isTried(part, attack, source, flags)) return attack;
      return {
        reason: proven === undefined ? tooManyStates : 'several of its parts can match the same text',
      };
    }
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return { reason: 'it is nested too deeply' };
    if (error instanceof Unproven) return { reason: error.message };
    throw error;
  }
}

/** Whether what stands before a part, which has been proven to take little time, lets the text of an attack come to it. */
function isTried(
  part: ProgramPart,
  { prefix, pump, suffix }: Attack,
  source: string,
  flags: string,
): boolean {
  if (part.longest < Infinity) return false;
  return (
    part.from === 0 || new RegExp(source.slice(0, part.from), flags).test(prefix + pump.repeat(100) + suffix)
  );
}
