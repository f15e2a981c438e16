import type { Emulator } from '@kosmokrator/emulator';

/** A table of what is served, and the variables that point a program at it. */
export function describeEmulator({ endpoints, backend, env }: Emulator): string {
  const rows = endpoints.map(({ name, method = '', url, auth }) => [name, method, url, auth]);
  const variables = Object.entries(env).map(([name, value]) => `  ${name}=${value}`);
  return [
    `Redis: ${backend.kind} ${backend.version}`,
    '',
    ...table([['Endpoint', 'Method', 'URL', 'Auth'], ...rows]),
    '',
    'Environment:',
    ...variables,
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
