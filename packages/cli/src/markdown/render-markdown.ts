import { lexer, type Token, type Tokens } from 'marked';
import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import { table } from '../output/format-people.js';
import { showPaint, withoutMarks } from '../terminal/paint.js';
import { showPrintable } from '../terminal/show-printable.js';

interface Page {
  readonly width: number;
  readonly colors: ReturnType<typeof pc.createColors>;
}

/** Markdown as a terminal of `width` columns shows it. HTML in it is text, and so are escape sequences. */
export function renderMarkdown(markdown: string, width: number, colors: boolean): string {
  const tokens = lexer(withoutMarks(showPrintable(markdown)));
  return renderBlocks(tokens, { width, colors: pc.createColors(colors) });
}

function renderBlocks(tokens: readonly Token[], page: Page): string {
  const blocks = tokens.map((token) => renderBlock(token, page).trimEnd()).filter(Boolean);
  return blocks.map((block) => `${block}\n`).join('\n');
}

function renderBlock(token: Token, page: Page): string {
  const { width, colors } = page;
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'heading':
      return wrap(colors.bold(inline(token, page)), width);
    case 'code':
      return indent(colors.yellow((token as Tokens.Code).text), '  ');
    case 'blockquote': {
      const { tokens } = token as Tokens.Blockquote;
      return indent(renderBlocks(tokens, { ...page, width: width - 2 }).trimEnd(), '│ ');
    }
    case 'list':
      return renderList(token as Tokens.List, page);
    case 'table':
      return renderTable(token as Tokens.Table, page);
    case 'hr':
      return colors.dim('─'.repeat(Math.min(width, 80)));
    case 'html':
      return token.raw;
    default:
      return wrap(inline(token, page), width);
  }
}

function renderList({ items, ordered, start, loose }: Tokens.List, page: Page): string {
  const shown = items.map((item, at) => {
    const mark = ordered ? `${Number(start) + at}. ` : '• ';
    const text = renderBlocks(item.tokens, { ...page, width: page.width - mark.length }).trimEnd();
    const lines = text.split('\n').filter((line) => loose || line !== '');
    return mark + indent(lines.join('\n'), ' '.repeat(mark.length)).slice(mark.length);
  });
  return shown.join(loose ? '\n\n' : '\n');
}

/** Cells are aligned by their text, so that they have no colours. */
function renderTable({ header, rows }: Tokens.Table, { width, colors }: Page): string {
  const plain = { width, colors: pc.createColors(false) };
  const cells = (row: readonly Tokens.TableCell[]) =>
    row.map((cell) => cell.tokens.map((token) => inlineOne(token, plain)).join(''));
  const text = table([header, ...rows].map(cells), width, { heading: true });
  return showPaint(text, colors.isColorSupported);
}

function inline(token: Token, page: Page): string {
  const inside = 'tokens' in token ? token.tokens : undefined;
  if (inside) return inside.map((one) => inlineOne(one, page)).join('');
  return 'text' in token ? String(token.text) : token.raw;
}

function inlineOne(token: Token, page: Page): string {
  const text = inline(token, page);
  if (token.type === 'codespan') return page.colors.yellow(text);
  if (token.type === 'strong') return page.colors.bold(text);
  if (token.type === 'em') return page.colors.italic(text);
  if (token.type === 'br') return '\n';
  if (token.type !== 'link' && token.type !== 'image') return text;
  const { href } = token as Tokens.Link;
  return text === href || href.startsWith('#') ? text : `${text} (${href})`;
}

/** A word that is longer than a line is broken, too. */
function wrap(text: string, width: number): string {
  return wrapAnsi(text, width, { hard: true });
}

function indent(text: string, by: string): string {
  const lines = text.split('\n').map((line) => `${by}${line}`);
  return lines.join('\n');
}
