import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { PackageChange } from '../write/output.js';

/** What a run found and did, for programs. */
interface RunReport {
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: readonly PackageChange[];
  readonly functions: number;
  readonly files: number;
}

/** Prints a report as one line of JSON and gives the exit code. With `check`, a change is drift. */
export async function printJson(report: RunReport, check: boolean): Promise<number> {
  const { catalog } = await import('../diagnostics/catalog.js');
  const diagnostics = report.diagnostics.map(({ code, message, file, line, column, help }) => {
    return { code, message, file, line, column, fix: help ?? catalog[code].fix };
  });
  const ok = diagnostics.length === 0 && !(check && report.changes.length > 0);
  process.stdout.write(`${JSON.stringify({ ok, ...report, diagnostics })}\n`);
  return ok ? 0 : 1;
}
