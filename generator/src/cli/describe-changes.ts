import type { PackageChange } from '../write/output.js';

/** One line for each package that a run changed. */
export function describeChanges(changes: readonly PackageChange[]): string {
  return changes.map((change) => `${change.kind} ${change.name} (${countKinds(change)})\n`).join('');
}

/** What is out of date, a line for each file, and the command that fixes it. */
export function describeDrift(changes: readonly PackageChange[], folder: string): string {
  const lines = changes.flatMap(({ name, files }) =>
    files.map(({ path, kind }) => `${kind.padEnd(7)} ${folder}/${name}/${path}\n`),
  );
  const noun = lines.length === 1 ? 'file differs' : 'files differ';
  return `${lines.join('')}${lines.length} ${noun} from what the generator writes. Run \`pnpm generate\` and commit the result.\n`;
}

function countKinds({ files }: PackageChange): string {
  const kinds = ['missing', 'changed', 'extra'] as const;
  const words = { missing: 'new', changed: 'changed', extra: 'removed' };
  return kinds
    .map((kind) => [files.filter((file) => file.kind === kind).length, words[kind]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}
