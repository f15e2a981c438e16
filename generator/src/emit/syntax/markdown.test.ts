import { assert, property, string, stringMatching } from 'fast-check';
import MarkdownIt from 'markdown-it';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { Emitted } from '../emitted.js';
import { mdCell, mdCellCode, mdCode, mdComment, mdFence, mdLink, mdText } from './markdown.js';
import { plainLine } from './plain-line.js';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** As GitHub and npm read Markdown. */
const parse = (text: string): Node =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node;
/** As the docs site reads it. */
const site = new MarkdownIt({ html: true, linkify: true });

function nodes(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodes)];
}

/** Kinds of nodes below the root, in order; text and code spans count as one kind, and stand once in a row. */
function kinds(text: string): string[] {
  const types = nodes(parse(text)).slice(1);
  return once(types.map(({ type }) => (type === 'inlineCode' ? 'text' : type)));
}

function siteKinds(text: string): string[] {
  const tokens = site.parse(text, {}).flatMap((token) => token.children ?? [token]);
  return once(tokens.map(({ type }) => (type === 'code_inline' ? 'text' : type)));
}

function once(types: readonly string[]): string[] {
  return types.filter((type, index) => type !== 'text' || types[index - 1] !== 'text');
}

/** All text, without white space and code marks: what has to survive. */
function letters(text: string): string {
  return text.replace(/[\s`]/g, '');
}

/** For each hostile text, then for any text, of characters that Markdown gives a meaning most of all. */
function forTexts(
  title: string,
  observe: (text: string) => unknown,
  expected: (text: string) => unknown,
): void {
  test.each(hostileTexts)(`%j ${title}`, (text) => {
    expect(observe(text)).toEqual(expected(text));
  });
  test(`any text ${title}`, () => {
    const options = { numRuns: 300, seed: 1 };
    const check = (text: string): void => {
      expect(observe(text)).toEqual(expected(text));
    };
    assert(property(string({ unit: 'grapheme', maxLength: 40 }), check), options);
    assert(property(stringMatching(/^[a1 \\`*_{}[\]<>()#+.!|~&;:@/$"'=-]{0,30}$/), check), options);
  });
}

describe('text', () => {
  test.each([
    ['Read `state` with get_database.', 'Read `state` with get_database.'],
    ['2 * 3 < 7 & [x](y)', '2 \\* 3 &lt; 7 & \\[x\\](y)'],
    ['See https://example.com/x.', 'See `https://example.com/x`.'],
    ['Ask me@example.com (or example.com)', 'Ask `me@example.com` (or `example.com`)'],
    ['# not a heading #', '\\# not a heading \\#'],
    ['1. no list', '1\\. no list'],
    ['a\n\nb', 'a b'],
    ['{{ x }}', '\\{ \\{ x \\}\\}'],
    ['snake_case _emphasis_', 'snake_case \\_emphasis\\_'],
    ['', '(empty)'],
  ])('%j', (text, spelled) => {
    expect(mdText(text).text).toBe(spelled);
  });

  forTexts(
    'is one paragraph that reads the same',
    (text) => {
      const emitted = mdText(text).text;
      const values = nodes(parse(emitted)).map(({ value = '' }) => value);
      const orders = /\{\{|<!--|^(?::::|<<<|@include)/m.test(emitted);
      return {
        kinds: kinds(emitted),
        site: siteKinds(emitted),
        letters: letters(values.join('')),
        orders,
      };
    },
    (text) => ({
      kinds: ['paragraph', 'text'],
      site: ['paragraph_open', 'text', 'paragraph_close'],
      letters: plainLine(text) === '' ? '(empty)' : letters(plainLine(text)),
      orders: false,
    }),
  );
});

/** A table with the given cells in its one row. */
const table = (...cells: string[]) => `| a | b |\n| - | - |\n| ${cells.join(' | ')} |`;

forTexts(
  'stays in its cell',
  (text) => {
    const emitted = table(mdCell(text).text, mdCellCode(`x${text}`).text);
    return { kinds: kinds(emitted), site: siteKinds(emitted) };
  },
  () => ({ kinds: kinds(table('a', 'b')), site: siteKinds(table('a', 'b')) }),
);

forTexts(
  'as code is one code span',
  (text) =>
    parse(`x ${mdCode(text).text} y`).children!.flatMap(({ children }) => children!.map(({ type }) => type)),
  () => ['text', 'inlineCode', 'text'],
);

forTexts(
  'in a fence is one block',
  (text) => {
    const emitted = `${mdFence('lua', new Emitted(text)).text}\n\nend`;
    return { kinds: kinds(emitted), site: siteKinds(emitted) };
  },
  () => ({
    kinds: ['code', 'paragraph', 'text'],
    site: ['fence', 'paragraph_open', 'text', 'paragraph_close'],
  }),
);

describe('links', () => {
  test('lead to pages only', () => {
    expect(mdLink('Docs', 'https://example.com/a b?c=(d)|e').text).toBe(
      '[Docs](https://example.com/a%20b?c=%28d%29%7Ce)',
    );
    expect(mdLink('Docs', 'javascript:alert(1)').text).toBe('`javascript:alert(1)`');
    expect(mdLink('Docs', 'https://user@example.com/').text).toBe('`https://user@example.com/`');
    expect(mdLink('Docs', 'not an address').text).toBe('`not an address`');
  });

  forTexts(
    'in an address or a label changes neither',
    (text) => {
      const emitted = `${mdLink(text, `https://example.com/${text}`).text} end`;
      const link = nodes(parse(emitted)).find(({ type }) => type === 'link');
      return { kinds: kinds(emitted), host: new URL(link!.url!).host };
    },
    () => ({ kinds: ['paragraph', 'link', 'text'], host: 'example.com' }),
  );
});

forTexts(
  'in a comment ends with it',
  (text) => kinds(`${mdComment(text).text}\n\nend`),
  () => ['html', 'paragraph', 'text'],
);
