import type { DiagnosticCode } from '../diagnostics/catalog.js';
import { limits } from './limits.js';
import type { SpecFiles } from './spec-files.js';
import { wrongKind } from './wrong-kind.js';

export interface TextFault {
  readonly code: DiagnosticCode;
  readonly message: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a text file of a spec: UTF-8 without byte order mark, within the size limit. */
export function readText(files: SpecFiles, fileName: string): { text: string } | { fault: TextFault } {
  const found = files.look(fileName);
  const name = fileName.slice(fileName.lastIndexOf('/') + 1);
  // A link could bring any file of this machine into what is published, and a named pipe would be waited for.
  if (found?.kind !== 'file') {
    const message = found ? wrongKind(name, found.kind, 'file') : `the file \`${name}\` no longer exists`;
    return fault('FILE_KIND', message);
  }
  // A huge file is refused before it is read.
  return found.bytes > limits.bytes ? tooLarge(found.bytes) : decodeText(files.read(fileName));
}

function tooLarge(bytes: number): { fault: TextFault } {
  const size = (bytes / 1e6).toFixed(1);
  return fault(
    'FILE_TOO_LARGE',
    `the file has ${size} MB; a spec file can have at most ${limits.bytes / 1e6} MB`,
  );
}

function decodeText(bytes: Uint8Array): { text: string } | { fault: TextFault } {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return fault('FILE_ENCODING', `the file begins with a ${mark} byte order mark`);
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return fault('FILE_ENCODING', 'the file is not valid UTF-8');
  }
  if (text.includes('\0'))
    return fault('FILE_ENCODING', 'the file contains a NUL character, so it is not UTF-8 text');
  return { text };
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'UTF-8';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0xff && b === 0xfe) return 'UTF-16';
  return undefined;
}

function fault(code: DiagnosticCode, message: string): { fault: TextFault } {
  return { fault: { code, message } };
}
