import { KosmoError } from '@kosmokrator/runtime';
import { describeProblem } from '../system-problem.js';
import type { InstalledIntegration } from './installed.js';

/** The error for a package that is listed and cannot be used. `problem` follows the package's folder in the message, and `fix` is a sentence. */
export function brokenIntegration(
  { manifest, folder }: InstalledIntegration,
  problem: string,
  cause?: unknown,
  fix = 'Build or reinstall it.',
): KosmoError {
  const reason = cause instanceof Error ? `: ${describeProblem(cause)}` : '';
  return new KosmoError({
    code: 'broken_integration',
    message: `the package of ${manifest.name} in ${folder} ${problem}${reason}. ${fix}`,
    integration: manifest.name,
    cause,
  });
}
