import { catalog } from './catalog.js';
import type { Diagnostic, Excerpt, RelatedPlace } from './diagnostic.js';

/** All diagnostics as text, by file, line and column: what is wrong, the line with a caret, what to do. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const blocks = sortDiagnostics(diagnostics).map(renderDiagnostic);
  const files = new Set(diagnostics.map(({ file }) => file)).size;
  return `${[...blocks, `${count(diagnostics.length, 'error')} in ${count(files, 'file')}\n`].join('\n')}`;
}

/** In the order in which a reader meets them. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

function renderDiagnostic(diagnostic: Diagnostic): string {
  const { code, message, related, help = catalog[code].fix } = diagnostic;
  const lines = [`${place(diagnostic)} ${code}`, `  ${showControls(message)}`, ...quoted(diagnostic)];
  if (related) lines.push(`  ${showControls(related.message)}: ${place(related)}`, ...quoted(related));
  return `${[...lines, `  fix: ${showControls(help)}`].join('\n')}\n`;
}

function place({ file, line, column }: Pick<RelatedPlace, 'file' | 'line' | 'column'>): string {
  return `${showControls(file)}:${line}:${column}`;
}

function quoted({ line, length = 1, excerpt }: Pick<Diagnostic, 'line' | 'length' | 'excerpt'>): string[] {
  if (!excerpt || excerpt.text.trim() === '') return [];
  const number = String(line);
  const { before, marked, after } = cut(excerpt, length);
  const caret = `${' '.repeat(before.length)}${'^'.repeat(Math.max(1, marked.length))}`;
  return [`  ${number} | ${before}${marked}${after}`, `  ${' '.repeat(number.length)} | ${caret}`];
}

/** Escapes are longer than what they stand for, so each part is escaped for itself. */
function cut({ text, caret }: Excerpt, length: number) {
  const show = (part: string) => showControls(part.replaceAll('\t', ' '));
  return {
    before: show(text.slice(0, caret)),
    marked: show(text.slice(caret, caret + length)),
    after: show(text.slice(caret + length)),
  };
}

const hidden =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/gu;

/** What a terminal would act on, and what a reader cannot see, as `\u001b`. */
function showControls(text: string): string {
  return text.replace(hidden, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
