import type { DiagnosticCode } from '../diagnostics/catalog.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { spanPosition } from '../diagnostics/span-position.js';
import { readPlainYaml } from './yaml/read-plain-yaml.js';
import { readText } from './read-text.js';
import type { SpecFile } from './spec-file.js';
import type { SpecFiles } from './spec-files.js';
import type { YamlFault } from './yaml/yaml-fault.js';

/** A file, or what is wrong with it. */
export interface FileReading {
  readonly file?: SpecFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and parses one file. `path` is how diagnostics name it. */
export async function readSpecFile(files: SpecFiles, fileName: string, path: string): Promise<FileReading> {
  const reading = readText(files, fileName);
  if ('fault' in reading)
    return { diagnostics: [wholeFile(reading.fault.code, reading.fault.message, path)] };
  const { text } = reading;
  if (isEmpty(text)) return { diagnostics: [wholeFile('FILE_EMPTY', 'the file is empty', path)] };
  const plain = readPlainYaml(text);
  return plain ? { file: { path, text, value: plain.value }, diagnostics: [] } : readThoroughly(text, path);
}

/** Blank lines and comments alone. */
function isEmpty(text: string): boolean {
  return !/^[^\S\n]*[^\s#]/m.test(text);
}

/** Loads the reference parser, which takes longer than reading a hundred files with the plain one. */
async function readThoroughly(text: string, path: string): Promise<FileReading> {
  const { readYaml } = await import('./yaml/read-yaml.js');
  const { value, faults } = readYaml(text);
  if (faults.length === 0) return { file: { path, text, value }, diagnostics: [] };
  const conflict = findConflict(text);
  return { diagnostics: (conflict ? [conflict] : faults).map((fault) => toDiagnostic(text, path, fault)) };
}

/** What a merge has left behind in a file that cannot be read because of it. */
function findConflict(text: string): YamlFault | undefined {
  const found = /^(?:<{7}|\|{7}|>{7})(?: .*)?$|^={7}$/m.exec(text);
  if (!found) return undefined;
  return {
    code: 'YAML_SYNTAX',
    message: 'the file has Git conflict markers',
    start: found.index,
    end: found.index + found[0].length,
    help: 'Resolve the conflict: keep the lines that you want, and delete the markers.',
  };
}

function toDiagnostic(text: string, file: string, { start, end, ...fault }: YamlFault): Diagnostic {
  return { ...fault, file, ...spanPosition(text, { start, end }) };
}

/** A diagnostic about a file as a whole, or about a folder. */
export function wholeFile(code: DiagnosticCode, message: string, file: string): Diagnostic {
  return { code, message, file, line: 1, column: 1 };
}
