import { Emitted } from '../emitted.js';
import { replaceUnprintable } from '../../javascript/unprintable.js';
import { luaKeywords } from '../../spec/reserved-keywords.js';
import { plainLine, wrap } from './plain-line.js';

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

function isName(text: string): boolean {
  return identifier.test(text) && !luaKeywords.has(text);
}

/** A name that stands by itself: a local, a namespace, a class. Anything that is none is refused. */
export function luaName(name: string): Emitted {
  if (!isName(name)) throw new TypeError('not a Lua name');
  return new Emitted(name);
}

/** Names joined with dots, as LuaCATS classes have them. */
export function luaPath(...names: readonly string[]): Emitted {
  if (!names.every((name) => identifier.test(name))) throw new TypeError('not a Lua name');
  return new Emitted(names.join('.'));
}

/** A key in a table constructor or an annotation: `name`, or `["end"]`. */
export function luaKey(name: string): Emitted {
  return isName(name) ? new Emitted(name) : new Emitted(`[${quote(name)}]`);
}

/** What follows a value to read one of its fields: `.name`, or `["end"]`. */
export function luaIndex(name: string): Emitted {
  return isName(name) ? new Emitted(`.${name}`) : new Emitted(`[${quote(name)}]`);
}

/** A string literal that every Lua reads as the same bytes: the text as UTF-8. */
export function luaString(text: string): Emitted {
  return new Emitted(quote(text));
}

function quote(text: string): string {
  const mark = text.includes('"') && !text.includes("'") ? "'" : '"';
  const escaped = text
    .replace(/\\/g, '\\\\')
    .replaceAll(mark, `\\${mark}`)
    .replace(/\n/g, '\\n')
    // The site generator acts on these comments wherever they stand in a page, code included.
    .replace(/<(?=!--)/g, '\\060');
  return mark + replaceUnprintable(escaped, escapeCharacter) + mark;
}

function escapeCharacter(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `\\${String(byte).padStart(3, '0')}`)
    .join('');
}

/** One or more `--` lines. Words are never broken. */
export function luaComment(text: string, width = 100): Emitted {
  const lines = wrap(plainLine(text), width).map((line) => `-- ${withoutDirective(line)}`);
  return new Emitted(lines.map((line) => line.trimEnd()).join('\n'));
}

/** One or more `---` lines, which a LuaCATS reader attaches to the annotation below them. */
export function luaDoc(text: string, width = 100): Emitted {
  // A line that begins with @ or | would be an annotation itself.
  const lines = wrap(plainLine(text), width).map((line) => withoutDirective(line).replace(/^[@|]/, '\\$&'));
  return new Emitted(lines.map((line) => `--- ${line}`.trimEnd()).join('\n'));
}

/** Linters and formatters take orders from comments. */
function withoutDirective(line: string): string {
  return line.replace(/\b(luacheck|stylua|selene)(?=\s*:)/gi, '$1\\');
}

/**
 * A script that a spec's author wrote, to be shown as it is. Characters that cannot be seen, and `<!--`, are
 * spelled as the escapes that mean the same inside a Lua string.
 */
export function luaSource(script: string): Emitted {
  const text = script.replace(/\r\n?/g, '\n').replace(/\t/g, '  ').replace(/^\n+/, '').trimEnd();
  const lines = text.split('\n').map((line) => replaceUnprintable(line, luaEscape));
  return new Emitted(lines.join('\n').replace(/<(?=!--)/g, '\\u{3c}'));
}

function luaEscape(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
