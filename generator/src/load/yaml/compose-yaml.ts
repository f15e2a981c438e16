import { Composer, Lexer, Parser, type Document, type ParsedNode } from 'yaml';
import { describeSyntaxError } from './describe-syntax-error.js';
import { limits } from '../limits.js';
import { YamlStop, type YamlFault } from './yaml-fault.js';

const options = { uniqueKeys: false, prettyErrors: false, keepSourceTokens: false, merge: false } as const;

/**
 * Parses YAML to nodes with positions. The depth is watched between the lexer, which
 * keeps no stack, and the parser: 20,000 nested `[` would otherwise end the whole process.
 */
export function composeYaml(text: string): { document: Document.Parsed<ParsedNode>; faults: YamlFault[] } {
  const composer = new Composer(options);
  const documents: Document.Parsed<ParsedNode>[] = [];
  for (const token of shallowTokens(text)) {
    documents.push(...composer.next(token));
    if (documents.length > 1) break;
  }
  documents.push(...composer.end(true, text.length));
  const [document, second] = documents as [Document.Parsed<ParsedNode>, Document.Parsed<ParsedNode>?];
  // What follows the first is often its consequence.
  const faults = document.errors.slice(0, 1).map((error) => describeSyntaxError(text, error));
  if (second) faults.push(documentsFault(second));
  return { document, faults };
}

function* shallowTokens(text: string) {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // The document and the node being read are on the stack too.
    if (parser.stack.length > limits.depth + 2) {
      const start = parser.offset;
      const message = `lists and mappings are nested more than ${limits.depth} levels deep`;
      throw new YamlStop({ code: 'YAML_DEPTH', message, start, end: start + 1 });
    }
  }
  yield* parser.end();
}

function documentsFault(second: Document.Parsed<ParsedNode>): YamlFault {
  const [start] = second.range;
  const message = 'the file contains more than one YAML document';
  return { code: 'YAML_DOCUMENTS', message, start, end: start + 1 };
}
