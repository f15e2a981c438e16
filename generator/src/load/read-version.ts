import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { spanPosition } from '../diagnostics/span-position.js';
import type { SpecFiles } from './spec-files.js';

/**
 * Version in a generated package's package.json, which the release tool owns; `0.0.0` where there is none. Of a file that
 * cannot be read, what is wrong with it: a run that went on would lose the version.
 */
export function readVersion(files: SpecFiles, file: string): string | Omit<Diagnostic, 'file'> {
  const found = files.look(file);
  if (!found) return '0.0.0';
  if (found.kind !== 'file') {
    return broken(
      `is a ${found.kind}`,
      '',
      'Replace it with the file, for example with `git checkout`. Then generate again.',
    );
  }
  const text = new TextDecoder().decode(files.read(file));
  try {
    const version = (JSON.parse(text) as { version?: unknown } | null)?.version;
    return typeof version === 'string' ? version : '0.0.0';
  } catch {
    const isConflict = marker.test(text);
    return isConflict
      ? broken('has Git conflict markers', text)
      : broken(
          'is not JSON',
          text,
          'Correct the JSON, or restore the file with `git checkout`. Then generate again.',
        );
  }
}

const marker = /^<{7}.*/m;

function broken(problem: string, text: string, help?: string): Omit<Diagnostic, 'file'> {
  const { index, 0: line } = marker.exec(text) ?? { index: 0, 0: ' ' };
  const place =
    text === '' ? { line: 1, column: 1 } : spanPosition(text, { start: index, end: index + line.length });
  return { code: 'PACKAGE_JSON_BROKEN', message: `package.json ${problem}`, ...place, ...(help && { help }) };
}
