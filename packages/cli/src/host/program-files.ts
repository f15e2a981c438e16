import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Files with which integrations are installed: the command as it was started, which a package manager may have linked, and
 * this file. Where npx found the command in a project, it has put the other packages that it was told of into a folder of
 * its own, whose `.bin` is then the first on the path.
 */
export function programFiles(env: NodeJS.ProcessEnv = process.env): string[] {
  const [, started = ''] = process.argv;
  const [first = ''] = (env['PATH'] ?? '').split(delimiter);
  const byNpx = env['npm_command'] === 'exec' && basename(first) === '.bin' ? [join(first, 'kosmo')] : [];
  return [started, fileURLToPath(import.meta.url), ...byNpx].filter(Boolean);
}
