import { type Attack, findAttack } from './find-attack.js';
import { makeMachine } from './machine.js';
import { Unproven } from './program.js';
import { provesLinear } from './proves-linear.js';
import { readProgram } from './read-program.js';

/** Why an expression cannot be used: a text that takes it long, or what keeps that from being ruled out. */
export type Backtracking = Attack | { readonly reason: string };

const tooManyStates =
  'it can be read in too many ways to follow them all; use `maxLength` in place of a look-ahead, and smaller counts';

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
    const program = readProgram(source, flags);
    const machine = makeMachine(program, flags);
    const proven = provesLinear(machine, longest);
    if (proven) return undefined;
    const attack = program.looksBehind ? undefined : findAttack(machine, program);
    return (
      attack ?? {
        reason: proven === undefined ? tooManyStates : 'several of its parts can match the same text',
      }
    );
  } catch (error) {
    if (error instanceof RangeError) return { reason: 'it is nested too deeply' };
    if (error instanceof Unproven) return { reason: error.message };
    throw error;
  }
}
