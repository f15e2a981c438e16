import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version in a generated package's package.json, which the release tool owns; `0.0.0` where there is none. */
export function readVersion(packageFolder: string): string {
  let text: string;
  try {
    text = readFileSync(join(packageFolder, 'package.json'), 'utf8');
  } catch {
    return '0.0.0';
  }
  const { version } = JSON.parse(text) as { version?: unknown };
  return typeof version === 'string' ? version : '0.0.0';
}
