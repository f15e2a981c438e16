import { Emitted } from '../emitted.js';
import { remember } from '../remember.js';
import { plainLine } from './plain-line.js';

/**
 * Text for a paragraph, a heading or a list item, on one line. Code spans (`` `like this` ``) stay code; so do
 * addresses and dotted names, which a renderer would otherwise turn into links. The rest is text and nothing else.
 */
export const mdText = remember((text) => new Emitted(prose(text, { code: codeSpan, pipe: '\\|' })));

/** Text inside a table cell. */
export const mdCell = remember((text) => new Emitted(prose(text, { code: cellCode, pipe: '&#124;' })));

/** A name or a value as a code span. */
export const mdCode = remember((text) => new Emitted(codeSpan(plainLine(text))));

/** A code span inside a table cell; nothing for an empty text. */
export const mdCellCode = remember((text) => new Emitted(text === '' ? '' : cellCode(plainLine(text))));

/** A name that needs no escape anywhere, as it is: `get_key`. Any other text is refused. */
export function mdName(name: string): Emitted {
  if (!/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name)) return mdText(name);
  return new Emitted(name);
}

/** A fenced block, its fence longer than any inside. */
export function mdFence(language: Language, code: Emitted): Emitted {
  // The site generator acts on `<!--` wherever it stands. JSON and Lua read this escape back inside a string.
  const text = code.text
    .replace(/\r\n?/g, '\n')
    .replace(/<(?=!--)/g, '\\u003c')
    .trimEnd();
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return new Emitted(`${fence}${language}\n${text}\n${fence}`);
}

export type Language = 'lua' | 'ts' | 'json' | 'sh' | 'markdown' | 'text';

/** A link to an http(s) page; any other address, or one with a user in it, is shown as code and leads nowhere. */
export function mdLink(text: string, address: string): Emitted {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isPage = url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === '';
  if (!isPage) return mdCode(address);
  const safe = url.href.replace(/[^\w\-.~:/?#@!$&+,;=%]/g, percentEncode);
  return new Emitted(`[${mdText(text).text}](${safe})`);
}

/** A link to another file of the package. A path that is none is refused. */
export function mdPageLink(text: string, path: string): Emitted {
  if (!/^[\w./-]+$/.test(path)) throw new TypeError(`not a path of a page: ${JSON.stringify(path)}`);
  return new Emitted(`[${mdText(text).text}](${path})`);
}

/** A comment that renderers leave out. */
export function mdComment(text: string): Emitted {
  return new Emitted(`<!-- ${plainLine(text).replace(/-(?=-)|[<>]/g, '')} -->`);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

interface Spelling {
  readonly code: (text: string) => string;
  readonly pipe: string;
}

// What renderers link by themselves: a scheme, `//host`, `www.`, an e-mail address, a host name.
const address = /:\/\/|\/\/\w|www\.|\S@\S|[^\s.]\.[^\s.\d]{2,}|^(?:javascript|data|vbscript|mailto):/i;

function prose(text: string, spelling: Spelling): string {
  const parts = plainLine(text).split(/`([^`]+)`/);
  const spelled = parts.map((part, index) =>
    index % 2 === 1
      ? spelling.code(part)
      : part
          .split(' ')
          .map((word) => spellWord(word, spelling))
          .join(' '),
  );
  const line = spelled.reduce(
    (before, part) => before + (before.endsWith('`') && part.startsWith('`') ? ' ' : '') + part,
  );
  return line.trim() === '' ? '(empty)' : line.replace(/^[#>=+@:~-]|^\d+(?=[.)])/, escapeStart);
}

// Escapes what would begin a block: a list, a heading, a container. `1.` becomes `1\.`.
function escapeStart(start: string): string {
  return /^\d/.test(start) ? `${start}\\` : `\\${start}`;
}

// Most words: nothing in them needs an escape.
const plainWord = /^[A-Za-z0-9]+[.,;:!?)]?$/;

function spellWord(word: string, { code, pipe }: Spelling): string {
  if (plainWord.test(word)) return word;
  const [, before, core, after] = /^(["'([]*)(.*?)([\])"'.,;:!?]*)$/.exec(word)!;
  if (address.test(core!)) return escape(before!, pipe) + code(core!) + escape(after!, pipe);
  return escape(word, pipe);
}

function escape(text: string, pipe: string): string {
  return text
    .replace(/[\\*[\]{}~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replace(/&(?=[#A-Za-z])/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('`', '&#96;')
    .replaceAll('|', pipe)
    .replace(/#(?=#*$)/g, '\\#')
    .replace(/(?<=\{)\\\{/g, ' \\{');
}

function codeSpan(text: string): string {
  if (text.trim() === '') return '` `';
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  // Neither braces nor comments are inert to the site generator, even in a code span.
  const inert = text.replace(/\{(?=\{)/g, '{ ').replace(/<(?=!--)/g, '< ');
  return `${fence}${pad}${inert}${pad}${fence}`;
}

// A table is cut at its pipes before code is seen, and renderers disagree on a backslash before one.
function cellCode(text: string): string {
  if (/\\\|/.test(text)) return escape(text, '&#124;');
  return codeSpan(text).replaceAll('|', '\\|');
}
