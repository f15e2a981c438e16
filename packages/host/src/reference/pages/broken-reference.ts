import { KosmoError } from '@kosmokrator/runtime';
import type { InstalledIntegration } from '../../catalog/installed.js';

/** The error for a `reference.json` that cannot be used. `problem` follows its name in the message. */
export function brokenReference(
  { manifest, folder }: InstalledIntegration,
  problem: string,
  cause?: unknown,
): KosmoError {
  const { name } = manifest;
  return new KosmoError({
    code: 'broken_integration',
    message: `the package of ${name} in ${folder} has a reference.json that ${problem}. Build or reinstall it.`,
    integration: name,
    cause,
  });
}
