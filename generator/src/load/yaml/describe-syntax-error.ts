import type { YAMLParseError } from 'yaml';
import type { YamlFault } from './yaml-fault.js';

type Described = Pick<YamlFault, 'message' | 'start' | 'end'> & { readonly help?: string };

/**
 * What is wrong with a file that is no YAML, in the words of its author and at the line that differs. The parser's own
 * words name rules of its grammar, and its place is where it could not go on.
 */
export function describeSyntaxError(text: string, error: YAMLParseError): YamlFault {
  const [start, end] = error.pos;
  const described = (describe[error.code] ?? plain)({ text, start, end, message: error.message });
  return { code: 'YAML_SYNTAX', ...described };
}

interface Fault {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const describe: Readonly<Partial<Record<string, (fault: Fault) => Described>>> = {
  TAB_AS_INDENT: ({ start, end }) => ({
    message: 'this line is indented with a tab',
    start,
    end,
    help: 'Indent with spaces.',
  }),
  UNEXPECTED_TOKEN: (fault) => bracketInText(fault) ?? plain(fault),
  BLOCK_AS_IMPLICIT_KEY: keyOrIndent,
  MULTILINE_IMPLICIT_KEY: keyOrIndent,
  BLOCK_IN_FLOW: (fault) => mappingInText(fault) ?? plain(fault),
  BAD_INDENT: (fault) => unclosed(fault) ?? misplaced(fault),
  MISSING_CHAR: (fault) => unclosed(fault) ?? unquoted(fault) ?? plain(fault),
};

/** `key: a: b`, a key without its colon, or a line that is indented below a key that has a value. */
function keyOrIndent(fault: Fault): Described {
  const { text, start } = fault;
  const line = lineAt(text, start);
  const next = nextLine(text, line.end);
  const value = /^\s*(?:- +)*[\w$"'.-]+:\s+/.exec(line.text);
  if (value && /:\s/.test(line.text.slice(value[0].length))) {
    return { ...mappingIn, start: line.start + value[0].length, end: line.end };
  }
  if (value && next && indentOf(next.text) > indentOf(line.text)) return deeper(next);
  if (!/:(?:\s|$)/.test(line.text)) {
    return {
      message: 'a key without `:`',
      start: line.start + indentOf(line.text),
      end: line.end,
      help: 'Write `key: value`.',
    };
  }
  return plain(fault);
}

/** `{ description: Id: of a note }`: between braces, too, `: ` begins a mapping. */
function mappingInText({ text, start, end }: Fault): Described | undefined {
  if (!/^[^,{}[\]]*:\s/.test(lineFrom(text, start))) return undefined;
  return { ...mappingIn, start, end };
}

const mappingIn = {
  message: 'the value contains `: `, which begins a mapping',
  help: 'Quote the value.',
};

/** `{ message: body.errors[0] }`: between braces, a bracket ends a text. */
function bracketInText({ text, start, end, message }: Fault): Described | undefined {
  if (!/flow-(?:seq|map)-(?:start|end)/.test(message)) return undefined;
  return {
    message: `text with \`${text[start]}\` here needs quotes`,
    start,
    end,
    help: 'Quote the text.',
  };
}

function deeper(line: Line): Described {
  return {
    message: 'this line is indented more than the key above it, which already has a value',
    start: line.start + indentOf(line.text),
    end: line.end,
    help: 'Begin it at the same column as the other keys of its mapping.',
  };
}

/** A bracket or a quote that is open where a line begins that cannot belong to it. */
function unclosed({ text, start, message }: Fault): Described | undefined {
  const [, quote] = /Missing closing (["'])/.exec(message) ?? [];
  if (quote !== undefined) {
    const open = text.lastIndexOf(quote, start - 1);
    const line = lineAt(text, open === -1 ? start : open);
    return { message: `the quote ${quote} is not closed`, start: open, end: line.end, help: 'Close it.' };
  }
  if (!/^Flow (?:map|sequence)/i.test(message)) return undefined;
  const before = text.slice(0, start).trimEnd();
  const line = lineAt(text, before.length - 1);
  const comment = line.text.search(/\s#(?=\S)/);
  if (comment !== -1) {
    return {
      message: '`#` begins a comment, so the rest of the line is not read',
      start: line.start + comment + 1,
      end: line.end,
      help: 'Quote the text that begins with `#`.',
    };
  }
  const open = lastOpen(before);
  const bracket = open === -1 ? '{' : before[open]!;
  return {
    message: `\`${bracket}\` is not closed`,
    start: Math.max(open, 0),
    end: Math.max(open, 0) + 1,
    help: `Close it with \`${bracket === '[' ? ']' : '}'}\`, or quote it if it is text.`,
  };
}

/** The last bracket that nothing closes. */
function lastOpen(text: string): number {
  let closed = 0;
  for (let at = text.length - 1; at >= 0 && text.length - at < 10_000; at -= 1) {
    if ('}]'.includes(text[at]!)) closed += 1;
    else if ('{['.includes(text[at]!) && closed-- === 0) return at;
  }
  return -1;
}

function unquoted({ text, start, end }: Fault): Described | undefined {
  const line = lineAt(text, start);
  return /^\s*[\w $.-]+$/.test(line.text)
    ? {
        message: 'a key without `:`',
        start: line.start + indentOf(line.text),
        end,
        help: 'Write `key: value`.',
      }
    : undefined;
}

function misplaced({ text, start }: Fault): Described {
  const line = lineAt(text, start);
  return {
    message: `this line begins at column ${indentOf(line.text) + 1}, but the keys before it do not`,
    start: line.start + indentOf(line.text),
    end: line.end,
    help: 'Begin all keys of a mapping at the same column.',
  };
}

function plain({ message, start, end }: Fault): Described {
  const [sentence = ''] = message.replace(/ at line \d+, column \d+:?/, '').split('\n', 1);
  return {
    message: `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1).replace(/[.:]$/, '')}`,
    start,
    end,
  };
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function lineAt(text: string, at: number): Line {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const feed = text.indexOf('\n', start);
  const end = feed === -1 ? text.length : feed;
  return { text: text.slice(start, end), start, end };
}

function lineFrom(text: string, at: number): string {
  return text.slice(at, lineAt(text, at).end);
}

/** The next line with something in it. */
function nextLine(text: string, from: number): Line | undefined {
  const found = /\S/.exec(text.slice(from));
  return found ? lineAt(text, from + found.index) : undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
