import type { Document, ParsedNode } from 'yaml';
import { composeYaml } from './compose-yaml.js';
import { YamlStop, type YamlFault } from './yaml-fault.js';
import { yamlValue } from './yaml-value.js';

export interface YamlReading {
  readonly value: unknown;
  /** Empty when the text may be used. */
  readonly faults: readonly YamlFault[];
  /** Absent when the reading was stopped. */
  readonly document?: Document.Parsed<ParsedNode>;
}

/** Reads one spec file in full. The reference for what a file means and for every position in it. */
export function readYaml(text: string): YamlReading {
  const directive = /^%[^\n]*/m.exec(text);
  if (directive) return { value: undefined, faults: [directiveFault(directive)] };
  try {
    const { document, faults } = composeYaml(text);
    if (faults.length > 0) return { value: undefined, faults, document };
    return { document, ...yamlValue(document) };
  } catch (error) {
    if (error instanceof YamlStop) return { value: undefined, faults: [error.fault] };
    throw error;
  }
}

function directiveFault(match: RegExpExecArray): YamlFault {
  const message = 'a YAML directive is not part of the spec language';
  return { code: 'YAML_DIRECTIVE', message, start: match.index, end: match.index + match[0].length };
}
