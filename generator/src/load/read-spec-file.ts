import { readFileSync, statSync } from 'node:fs';
import type { DiagnosticCode } from '../diagnostics/catalog.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { spanPosition } from '../diagnostics/span-position.js';
import { limits } from './limits.js';
import { readPlainYaml } from './read-plain-yaml.js';
import { readText } from './read-text.js';
import { readYaml } from './read-yaml.js';
import type { SpecFile } from './spec-file.js';

/** Reads and parses one file. `path` is how diagnostics name it. */
export function readSpecFile(
  fileName: string,
  path: string,
): { file?: SpecFile; diagnostics: readonly Diagnostic[] } {
  const size = statSync(fileName).size;
  // One byte beyond the limit is enough to be refused; a huge file is not read.
  const bytes = size > limits.bytes ? { length: size } : readFileSync(fileName);
  const reading = readText(bytes as Uint8Array);
  if ('fault' in reading)
    return { diagnostics: [wholeFile(reading.fault.code, reading.fault.message, path)] };
  const { text } = reading;
  const plain = readPlainYaml(text);
  return plain ? { file: { path, text, value: plain.value }, diagnostics: [] } : readThoroughly(text, path);
}

function readThoroughly(text: string, path: string): { file?: SpecFile; diagnostics: readonly Diagnostic[] } {
  const { value, faults } = readYaml(text);
  if (faults.length === 0) return { file: { path, text, value }, diagnostics: [] };
  const diagnostics = faults.map(({ code, message, start, end, help }) => ({
    code,
    message,
    file: path,
    ...spanPosition(text, { start, end }),
    ...(help === undefined ? {} : { help }),
  }));
  return { diagnostics };
}

/** A diagnostic about a file as a whole, or about a folder. */
export function wholeFile(code: DiagnosticCode, message: string, file: string): Diagnostic {
  return { code, message, file, line: 1, column: 1 };
}
