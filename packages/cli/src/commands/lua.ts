import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ScriptRun } from '@kosmokrator/lua';
import { Command } from 'commander';
import { exitCode, exitCodeHelp, exitCodeOf } from '../errors/exit-codes.js';
import { onInterrupt } from '../terminal/on-interrupt.js';
import { parseDuration, parseSize } from '../arguments/parse-quantity.js';
import { readStart } from '../arguments/read-start.js';
import type { CommandContext } from '../command-context.js';
import { errorLine, plainError } from '../errors/report-error.js';
import { mayAsk } from '../terminal/ask/may-ask.js';
import { addExamples } from '../terminal/add-examples.js';
import { toJson } from '../terminal/to-json.js';
import { showOnOutput } from '../terminal/show-printable.js';
import { UnusableError, UsageError } from '../errors/usage-error.js';

interface LuaOptions {
  readonly eval?: string;
  readonly json?: true;
  readonly yes?: true;
  readonly timeout: string;
  readonly memory: string;
}

export function luaCommand(context: CommandContext): Command {
  const command = new Command('lua')
    .description(
      'Run a Lua script in a sandbox. It can combine several calls in one program: the integrations are in app.integrations.*. Without a script on a terminal, it opens an interactive prompt (REPL) to try things.',
    )
    .argument('[file]', 'the script; - reads it from standard input; without it, a prompt on a terminal')
    .option('-e, --eval <script>', 'the script itself, instead of a file')
    .option('--json', 'print one JSON object: ok, result, output, error, calls, usage')
    .option('-y, --yes', 'approve every call that needs approval; what the policy denies stays denied')
    .option(
      '--timeout <duration>',
      'longest time that the script may run, not counting waits for approval',
      '30s',
    )
    .option('--memory <size>', 'most memory that the script may use', '64MB')
    .addHelpText('after', `\n${exitCodeHelp()}`)
    .action(async (file: string | undefined, options: LuaOptions) => {
      if (file === undefined && options.eval === undefined && !options.json && canTalk())
        return startRepl(options);
      const run = await runFile(file, options);
      print(run, scriptName(file), options);
      context.setExitCode(run.ok ? exitCode.ok : exitCodeOf(run.error?.code ?? ''));
    });
  return addExamples(command, [
    'kosmo lua',
    'kosmo lua script.lua',
    "kosmo lua --eval 'return app.integrations.upstash.list_keys()'",
    'kosmo lua - --json < script.lua',
  ]);
}

/** Whether there is a person to talk with. */
function canTalk(): boolean {
  return process.stdout.isTTY === true && mayAsk({ envelope: false }, {});
}

async function startRepl({ yes, timeout, memory }: LuaOptions): Promise<void> {
  const [timeoutMs, memoryBytes] = [parseDuration(timeout), parseSize(memory)];
  needWebAssembly();
  const { runRepl } = await import('../repl/run-repl.js');
  await runRepl({ yes: yes === true, timeoutMs, memoryBytes });
}

function needWebAssembly(): void {
  if (!('WebAssembly' in globalThis))
    throw new UnusableError('Lua scripts need WebAssembly, which is off: start Node without --jitless');
}

/** With --json a mistake on the command line is in the envelope, too. */
async function runFile(file: string | undefined, options: LuaOptions): Promise<ScriptRun> {
  try {
    return await runScript(file, options);
  } catch (error) {
    const plain = await plainError(error);
    if (plain === null || options.json === undefined) throw error;
    const { code, message } = plain;
    const usage = { ms: 0, memory: 0, calls: 0, outputBytes: 0 };
    return { ok: false, result: null, output: '', error: { code, message }, calls: [], usage };
  }
}

async function runScript(file: string | undefined, options: LuaOptions): Promise<ScriptRun> {
  const timeoutMs = parseDuration(options.timeout);
  const memoryBytes = parseSize(options.memory);
  const source = await readSource(file, options.eval);
  const [{ createLuaHost, createScriptClock }, { openHost }] = await Promise.all([
    import('@kosmokrator/lua'),
    import('../host/open-host.js'),
  ]);
  needWebAssembly();
  const clock = createScriptClock();
  const host = await openHost({ yes: options.yes === true, whileAsking: (ask) => clock.during(ask) });
  const lua = createLuaHost({ host, limits: { timeoutMs, memoryBytes } });
  const interrupt = onInterrupt();
  try {
    const name = scriptName(file);
    return await lua.run(source, {
      name,
      signal: interrupt.signal,
      clock,
      ...(!options.json && { onOutput }),
    });
  } finally {
    interrupt.stop();
    await lua.close();
  }
}

/** The bytes of a file are kept as they are, whatever its encoding. */
async function readSource(
  file: string | undefined,
  script: string | undefined,
): Promise<string | Uint8Array> {
  if (file !== undefined && script !== undefined) throw new UsageError('pass a file or --eval, not both');
  if (script !== undefined) return wholeText(script);
  if (file === undefined) throw new UsageError('pass a file, - for standard input, or --eval');
  const { defaultLimits } = await import('@kosmokrator/lua');
  const { sourceBytes: most } = defaultLimits;
  try {
    return await readStart(file === '-' ? process.stdin : createReadStream(file), most);
  } catch (error) {
    const { describeProblem, systemProblem } = await import('@kosmokrator/host');
    throw new UnusableError(`cannot read ${file}: ${systemProblem(error) ?? describeProblem(error)}`);
  }
}

/** Node gives arguments as text, in which the same character stands for all bytes that are not UTF-8. */
function wholeText(script: string): string {
  const at = script.indexOf('\uFFFD');
  if (at < 0) return script;
  const lines = script.slice(0, at).split('\n');
  const place = `line ${lines.length}, character ${lines.at(-1)!.length + 1}`;
  throw new UsageError(
    `--eval has bytes that are not UTF-8 (or U+FFFD) at ${place}: pass the script as a file or on standard input, which keep all bytes`,
  );
}

function scriptName(file: string | undefined): string {
  if (file === undefined) return 'eval';
  return file === '-' ? 'stdin' : basename(file);
}

function print(run: ScriptRun, name: string, { json }: LuaOptions): void {
  if (json) {
    const { ok, result, output, error, calls, usage } = run;
    process.stdout.write(`${toJson({ ok, result, output, error, calls, usage })}\n`);
    return;
  }
  if (run.error !== null) process.stderr.write(errorLine(withPosition(run.error, name)));
  else if (run.result !== null) onOutput(`${resultText(run.result)}\n`);
}

/** What a script prints is seen while it runs. */
function onOutput(text: string): void {
  process.stdout.write(showOnOutput(text));
}

function withPosition(error: NonNullable<ScriptRun['error']>, name: string) {
  const { code, message, line } = error;
  return { code, message: line === undefined ? message : `${message} (${name}:${line})` };
}

function resultText(result: unknown): string {
  return typeof result === 'string' ? result : toJson(result, 2);
}
