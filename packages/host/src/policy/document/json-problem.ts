import { quoteText } from '@kosmokrator/runtime/internal';

/** White space, then a string, another scalar, or a mark. */
const token =
  /[ \t\r\n]*(?:("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|((?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))|([[\]{},:]))/y;

const expected = {
  value: 'a value',
  item: 'a value or "]"',
  key: 'a key in double quotes',
  member: 'a key in double quotes, or "}"',
  colon: '":"',
  object: '"," or "}"',
  list: '"," or "]"',
  end: 'the end of the file',
} as const;

type Expected = keyof typeof expected;

/**
 * Says where a text stops being JSON, what was expected there and what to change. Engines tell the position each in its
 * own way, or not at all. The text must not be JSON.
 */
export function jsonProblem(text: string): string {
  const open: ('object' | 'list')[] = [];
  let next: Expected = 'value';
  let before = '';
  for (let at = 0; ; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    const [, string, scalar, mark] = found ?? [];
    const following: Expected | null = found && step(next, mark ?? (string ? 'string' : 'scalar'), open);
    if (!following) return describe(text, at, next, before);
    next = following;
    before = mark ?? string ?? scalar!;
  }
}

/** What must follow after a token; null for a token that may not be here. */
function step(next: Expected, kind: string, open: ('object' | 'list')[]): Expected | null {
  const after = (): Expected => open.at(-1) ?? 'end';
  const begin = (what: 'object' | 'list') => (open.push(what), what === 'object' ? 'member' : 'item');
  const end = () => (open.pop(), after());
  if (next === 'value' || next === 'item') {
    if (kind === 'string' || kind === 'scalar') return after();
    if (kind === '{') return begin('object');
    if (kind === '[') return begin('list');
    return kind === ']' && next === 'item' ? end() : null;
  }
  if (next === 'key' || next === 'member') {
    if (kind === 'string') return 'colon';
    return kind === '}' && next === 'member' ? end() : null;
  }
  if (next === 'colon') return kind === ':' ? 'value' : null;
  if (next === 'end') return null;
  if (kind === ',') return next === 'object' ? 'key' : 'value';
  return kind === (next === 'object' ? '}' : ']') ? end() : null;
}

function describe(text: string, from: number, next: Expected, before: string): string {
  const at = from + /^[ \t\r\n]*/.exec(text.slice(from))![0].length;
  const lines = text.slice(0, at).split('\n');
  const [word = ''] = /^(?:[\w.-]{1,30}|[^])?/u.exec(text.slice(at)) ?? [];
  const place = `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
  const found = word ? quoteText(word) : 'the end of the file';
  return `${place}: expected ${expected[next]}, found ${found}; ${fix(word, next, before)}`;
}

function fix(word: string, next: Expected, before: string): string {
  if (before === ',' && (word === '}' || word === ']')) return 'remove the comma before it';
  if (word === '/' || word === '#') return 'remove the comment, JSON has none';
  if (word === "'") return 'use double quotes';
  if (word === '"') return 'end the text in double quotes on its line, with only JSON escapes';
  if (word === '') return 'add what is missing';
  if (next === 'end') return 'remove what follows the policy';
  return next === 'object' || next === 'list' || next === 'colon'
    ? `add ${expected[next]} before it`
    : 'correct it';
}
