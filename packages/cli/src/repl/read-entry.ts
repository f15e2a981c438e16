import type { LuaHost } from '@kosmokrator/lua';
import type { Prompt } from './open-prompt.js';

/** What was typed, and the script that it stands for. */
export interface Entry {
  readonly lines: readonly string[];
  readonly source: string;
}

/** Reads lines until they are a whole script or expression. Null for what was cleared or is empty, undefined at the end. */
export async function readEntry(
  prompt: Prompt,
  lua: Pick<LuaHost, 'run'>,
): Promise<Entry | null | undefined> {
  const lines: string[] = [];
  for (;;) {
    const typed = await prompt.read(lines.length === 0 ? '> ' : '>> ');
    if (typed === 'end') return undefined;
    if (typed === 'cleared') return null;
    lines.push(typed.line);
    const text = lines.join('\n');
    if (text.trim() === '') return null;
    const shown = showing(text);
    if ((await problemOf(shown, lua)) === null) return { lines, source: shown };
    const problem = await problemOf(text, lua);
    // An empty line ends what would need more lines: the script then says what is missing.
    if (problem === null || !/near '?<eof>'?$/.test(problem) || typed.line.trim() === '')
      return { lines, source: text };
  }
}

/** A script that shows the values of an expression. A comment at its end must not take along what follows. */
function showing(expression: string): string {
  return `local function show(...) if select("#", ...) > 0 then dump(...) end end show(${expression}\n)`;
}

/** Why a text is no script; null for one that is. It is compiled in a state of its own, and does not run. */
async function problemOf(source: string, lua: Pick<LuaHost, 'run'>): Promise<string | null> {
  const { result } = await lua.run('return (select(2, load(args.source)))', { args: { source } });
  return typeof result === 'string' ? result : null;
}
