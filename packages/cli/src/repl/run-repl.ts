import { createLuaHost, createScriptClock, type LuaSession } from '@kosmokrator/lua';
import { openHost } from '../host/open-host.js';
import { errorLine } from '../errors/report-error.js';
import { showOnOutput } from '../terminal/show-printable.js';
import { completeLua } from './complete-lua.js';
import { learnSecrets } from './learn-secrets.js';
import { openLuaHistory } from './lua-history.js';
import { openPrompt, type Prompt } from './open-prompt.js';
import { readEntry } from './read-entry.js';

interface ReplOptions {
  readonly yes: boolean;
  readonly timeoutMs: number;
  readonly memoryBytes: number;
}

const greeting = `Lua 5.4. Functions are in app.integrations; docs.search("…") finds one.
Tab completes, Ctrl-C clears a line or stops a script, Ctrl-D leaves.
`;

/** Reads Lua from the person at the terminal and runs it, entry by entry, until Ctrl-D. */
export async function runRepl({ yes, timeoutMs, memoryBytes }: ReplOptions): Promise<void> {
  let clock = createScriptClock();
  let prompt: Prompt;
  const host = await openHost({
    yes,
    whileAsking: (_ask, { text, signal }) =>
      clock.during(() => prompt.confirm(`${text}\nAllow this call?`, signal)),
  });
  const lua = createLuaHost({ host, limits: { timeoutMs, memoryBytes } });
  const session = lua.openSession();
  const history = openLuaHistory();
  prompt = openPrompt(history.read(), completeLua(host.catalog));
  let unknown: Promise<readonly string[]> | undefined;
  process.stdout.write(greeting);
  try {
    for (;;) {
      const entry = await readEntry(prompt, lua);
      if (entry === undefined) break;
      if (entry === null) continue;
      clock = createScriptClock();
      await prompt.during((signal) => runEntry(session, entry.source, { signal, clock }));
      // The call may have stored an account.
      unknown = learnSecrets(host);
      const text = entry.lines.join('\n');
      if ((await unknown).length === 0 && host.redactor.text(text) === text) history.add(entry.lines);
    }
    process.stdout.write('\n');
    const names = (await unknown) ?? [];
    if (names.length > 0)
      process.stderr.write(
        errorLine({
          code: 'note',
          message: `the history was not stored, since the secrets of ${names.join(', ')} cannot be read and compared with it`,
        }),
      );
  } finally {
    prompt.close();
    await session.close();
    await lua.close();
  }
}

async function runEntry(
  session: LuaSession,
  source: string,
  options: Pick<NonNullable<Parameters<LuaSession['run']>[1]>, 'signal' | 'clock'>,
): Promise<void> {
  const onOutput = (text: string) => void process.stdout.write(showOnOutput(text));
  const { error, result, lostState } = await session.run(source, { ...options, name: 'prompt', onOutput });
  if (result !== null) onOutput(`${typeof result === 'string' ? result : JSON.stringify(result)}\n`);
  if (error) process.stderr.write(errorLine(error));
  if (lostState)
    process.stderr.write(
      errorLine({ code: 'note', message: 'the script was stopped, and its variables are gone' }),
    );
}
