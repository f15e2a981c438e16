import type { DiagnosticCode } from '../diagnostics/catalog.js';
import { limits } from './limits.js';

export interface TextFault {
  readonly code: DiagnosticCode;
  readonly message: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes a spec file: UTF-8 without byte order mark, not empty, within the size limit. */
export function readText(bytes: Uint8Array): { text: string } | { fault: TextFault } {
  if (bytes.length > limits.bytes) {
    const size = (bytes.length / 1e6).toFixed(1);
    return fault('FILE_TOO_LARGE', `the file has ${size} MB; a spec file may have ${limits.bytes / 1e6} MB`);
  }
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return fault('FILE_ENCODING', `the file begins with a ${mark} byte order mark`);
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return fault('FILE_ENCODING', 'the file is not valid UTF-8');
  }
  if (text.includes('\0'))
    return fault('FILE_ENCODING', 'the file has a NUL character: it is not UTF-8 text');
  if (!/^[^\S\n]*[^\s#]/m.test(text)) return fault('FILE_EMPTY', 'the file is empty');
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
