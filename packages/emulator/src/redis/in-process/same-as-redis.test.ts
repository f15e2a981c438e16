import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../../../testing/backends.js';
import { plainReply, runOnStage, toText } from '../../../testing/run-on-stage.js';
import { readCases } from '../../../testing/store-cases.js';
import { collectionLines } from '../../../testing/store-cases/collection-lines.js';
import { keyLines } from '../../../testing/store-cases/key-lines.js';
import { sortedSetLines } from '../../../testing/store-cases/sorted-set-lines.js';
import { stringLines } from '../../../testing/store-cases/string-lines.js';
import type { RedisBackend } from '../backend.js';
import { startBackend } from '../start-backend.js';
import { inProcessCommands } from './in-process-backend.js';

const cases = [stringLines, keyLines, collectionLines, sortedSetLines].flatMap(readCases);
const [server] = backends;
const refused = /the in-process store does not (?:have|support)/;

type Outcome = Awaited<ReturnType<typeof runOnStage>>;

function describeDifference(commands: readonly string[][], expected: Outcome, actual: Outcome): string {
  const lines = commands.map((command, index) => {
    const [theirs, ours] = [expected, actual].map(({ replies }) => toText([replies[index] ?? null]));
    return `${command.join(' ')} → ${theirs}${theirs === ours ? '' : ` but ${ours}`}`;
  });
  const left = expected.state.filter(
    (key) => !actual.state.some((other) => toText([other]) === toText([key])),
  );
  return `${lines.join('; ')}; left otherwise: ${toText(left)}`;
}

describe('the in-process store', () => {
  test('has a case for each of its commands', () => {
    const tried = new Set(cases.flatMap((commands) => commands.map(([name = '']) => name.toLowerCase())));
    expect([...inProcessCommands.keys()].filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe.skipIf(server?.skipped)(`the in-process store beside ${server?.title}`, () => {
  let redis: RedisBackend;
  let store: RedisBackend;
  beforeAll(async () => {
    [redis, store] = await Promise.all([startBackend('server'), startBackend('memory')]);
  });
  afterAll(() => Promise.all([redis.close(), store.close()]));

  test.each([...inProcessCommands.keys()].map((name) => name.toUpperCase()))(
    'counts the arguments of %s',
    async (name) => {
      for (let size = 0; size < 6; size += 1) {
        const command = [name, ...Array.from({ length: size }, () => 'none')] as const;
        const both = await Promise.all([redis.run(0, [command]), store.run(0, [command])]);
        const [expected, actual] = both.map(([reply = null]) => String(plainReply(reply)));
        const counted = (reply: string | undefined) => /wrong number.*/.exec(reply ?? '')?.[0];
        expect(counted(actual)).toBe(counted(expected));
      }
    },
  );

  test(`answers ${cases.length} cases as Redis does, or says that it does not`, async () => {
    const different: string[] = [];
    let refusals = 0;
    const compare = async (commands: readonly string[][], database: number) => {
      const [expected, actual] = await Promise.all([
        runOnStage(redis, database, commands),
        runOnStage(store, database, commands),
      ]);
      const at = actual.replies.findIndex((reply) => refused.test(String(reply)));
      if (at >= 0) refusals += 1;
      // What follows a refusal may be otherwise, as the refused command did nothing.
      const end = at < 0 ? undefined : at;
      const same =
        toText(expected.replies.slice(0, end)) === toText(actual.replies.slice(0, end)) &&
        (at >= 0 || toText(expected.state) === toText(actual.state));
      if (!same) different.push(describeDifference(commands, expected, actual));
    };
    // Each case of a batch has a database of its own.
    const batch = 100;
    for (let first = 0; first < cases.length; first += batch) {
      await Promise.all(cases.slice(first, first + batch).map(compare));
    }
    console.log(
      `in-process store: ${cases.length} cases, ${refusals} refused, ${different.length} otherwise`,
    );
    expect(different).toEqual([]);
  });
});
