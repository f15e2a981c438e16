import type { Emulator } from '@kosmokrator/emulator';
import { table } from '../output/format-people.js';
import { terminalWidth } from '../output/format-data.js';

/** A table of what is served, and the variables that point a program at it. */
export function describeEmulator({
  endpoints,
  backend,
  env,
}: Pick<Emulator, 'endpoints' | 'backend' | 'env'>): string {
  const rows = endpoints.map(({ name, method = '', url, auth }) => [name, method, url, auth]);
  const variables = Object.entries(env).map(([name, value]) => `  ${name}=${value}`);
  return [
    `Redis: ${backend.kind} ${backend.version}`,
    '',
    table([['Endpoint', 'Method', 'URL', 'Auth'], ...rows], terminalWidth()),
    'Environment:',
    ...variables,
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n');
}
