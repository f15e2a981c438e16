import { countRuns, type Machine, type Runs } from './machine.js';

/** How often a character may be read. What is below it is as good as once: a search for 64 hexadecimal digits has 64. */
const mostRuns = 100;
/** Characters that the longest text may cost: some milliseconds. */
const mostReads = 4_000_000;
const mostStates = 6000;

/**
 * Tries to prove that no text makes an engine read its characters more than some number of times, or, with `longest`, that
 * no text of so many characters at most makes it read more of them than it does in some milliseconds.
 *
 * Places in texts where runs stand at the same steps are one state, with the most runs that each step may have there.
 * After as many rounds as a text has characters, or when nothing changes any more, no text can have more. Undefined when
 * there are too many states to tell.
 */
export function provesLinear({ letters, first, read }: Machine, longest = Infinity): boolean | undefined {
  const states = new Map<string, Runs>([['', first]]);
  let changed: ReadonlyMap<string, Runs> = states;
  let most = 0;
  let reads = 0;
  for (let round = 0; round < longest && changed.size > 0; round += 1) {
    const grown = new Map<string, Runs>();
    for (const runs of changed.values()) {
      for (const letter of letters.keys()) {
        const next = read(runs, letter);
        const key = `${next.before}/${[...next.counts.keys()].toSorted((a, b) => a - b).join()}`;
        const merged = mergeRuns(grown.get(key) ?? states.get(key), next);
        if (!merged) continue;
        grown.set(key, merged);
        most = Math.max(most, countRuns(merged));
      }
    }
    for (const [key, runs] of grown) states.set(key, runs);
    if (states.size > mostStates) return undefined;
    reads += most + 1;
    if (longest < Infinity ? reads > mostReads : most > mostRuns) return false;
    changed = grown;
  }
  return true;
}

/** The greater number for each step, or undefined when that changes nothing. Both have the same steps. */
function mergeRuns(known: Runs | undefined, next: Runs): Runs | undefined {
  if (!known) return next;
  const counts = new Map(known.counts);
  let changes = false;
  for (const [step, count] of next.counts) {
    if (count <= counts.get(step)!) continue;
    counts.set(step, count);
    changes = true;
  }
  return changes ? { ...known, counts } : undefined;
}
