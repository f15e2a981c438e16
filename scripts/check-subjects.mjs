// Commit subjects have at most 72 characters, so that a list of commits can be read. The body says why.
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** The rule holds for the commits after this one. */
const since = '49d9d4e1';
const most = 72;

/** Lines of `git log --format='%h %s'` whose subject is too long. */
export function longSubjects(lines) {
  return lines.filter((line) => line.slice(line.indexOf(' ') + 1).length > most);
}

function readSubjects() {
  try {
    const log = execFileSync('git', ['log', '--format=%h %s', `${since}..HEAD`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return log.split('\n').filter((line) => line !== '');
  } catch {
    console.log(`Commit subjects are not checked: the history does not reach back to ${since}.`);
    return [];
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const long = longSubjects(readSubjects());
  for (const line of long) console.error(`error: this subject has more than ${most} characters: ${line}`);
  process.exitCode = long.length > 0 ? 1 : 0;
}
