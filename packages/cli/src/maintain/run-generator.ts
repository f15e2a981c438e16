import type { CommandContext } from '../command-context.js';
import { runChild } from '../emulator/run-child.js';
import { captureChild } from './capture-child.js';
import { successLine } from '../output/envelope.js';
import { findGenerator } from './find-generator.js';
import { SpecsError } from './specs-error.js';

type Options = Readonly<Record<string, true | string | readonly string[]>>;

/** Runs a command of the project's generator, which prints for people, or reports as JSON for the envelope. */
export async function runGenerator(
  name: 'generate' | 'validate',
  options: object,
  context: CommandContext,
): Promise<void> {
  const command = [process.execPath, findGenerator(), name, ...toWords(options as Options)];
  if (!context.envelope) return context.setExitCode(await runChild(command, {}));
  const { code, stdout } = await captureChild(command);
  const report = readReport(stdout);
  // It may have ended on an error after it had reported.
  if (report === undefined || (report.ok && code !== 0))
    throw new SpecsError({ code, diagnostics: [], changes: [] });
  const { ok, diagnostics, changes, functions, files } = report;
  if (!ok) throw new SpecsError({ code, diagnostics, changes });
  process.stdout.write(successLine({ changes, functions, files }, context.meta));
}

interface Report {
  readonly ok: boolean;
  readonly diagnostics: readonly object[];
  readonly changes: readonly object[];
  readonly functions: number;
  readonly files: number;
}

/** Undefined for a text that is no report: the generator may be of another version, or have failed. */
function readReport(text: string): Report | undefined {
  try {
    const { ok, diagnostics, changes, ...counts } = JSON.parse(text) as Report;
    const isReport = typeof ok === 'boolean' && Array.isArray(diagnostics) && Array.isArray(changes);
    return isReport ? { ok, diagnostics, changes, ...counts } : undefined;
  } catch {
    return undefined;
  }
}

/** The options as the generator's own command line has them: they have the same names. */
function toWords(options: Options): string[] {
  return Object.entries(options).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : [value].flat().flatMap((one) => [`--${name}`, String(one)]),
  );
}
