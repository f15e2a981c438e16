import type { CommandContext } from '../command-context.js';
import { exitCode } from '../errors/exit-codes.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { terminalWidth } from '../output/format-data.js';
import { printAnswer } from '../output/print-answer.js';
import { readFormat } from '../output/read-format.js';
import { tellWholeList } from '../output/tell-whole-list.js';
import { showOnOutput } from '../terminal/show-printable.js';
import { checkAccounts } from './check-accounts.js';
import { checkClock } from './check-clock.js';
import { checkNode } from './check-node.js';
import { checkOrigins } from './check-origins.js';
import { checkPackages } from './check-packages.js';
import { checkPolicyFile } from './check-policy.js';
import { checkProxy } from './check-proxy.js';
import type { Check, Finding } from './finding.js';

export interface DoctorOptions extends FormatOptions {
  readonly online?: true;
}

const checks: readonly Check[] = [
  checkNode,
  checkPackages,
  checkAccounts,
  checkPolicyFile,
  checkProxy,
  checkClock,
];

/** Runs all checks and prints what they found. Ends with 1 if there is a problem. */
export async function runDoctor(options: DoctorOptions, context: CommandContext): Promise<void> {
  const print = await readFormat(options);
  const surroundings = { env: process.env, now: Date.now, nodeVersion: process.version };
  const data: Finding[] = [];
  for (const check of options.online ? [...checks, checkOrigins] : checks)
    data.push(...(await check(surroundings)));
  tellWholeList(context, data);
  if (data.some(({ status }) => status === 'problem')) context.setExitCode(exitCode.failed);
  await printAnswer({ data, text: () => showFindings(data) }, print, context);
}

async function showFindings(findings: readonly Finding[]): Promise<string> {
  const { table } = await import('../output/format-people.js');
  const rows = findings.flatMap(({ check, status, message, fix }) => [
    [status, check, showOnOutput(message)],
    ...(fix === null ? [] : [['', '', showOnOutput(`fix: ${fix}`)]]),
  ]);
  return table(rows, terminalWidth());
}
