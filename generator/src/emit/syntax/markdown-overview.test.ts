import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { mdOverview } from './markdown-overview.js';

const site = new MarkdownIt({ html: true, linkify: true });

test('keeps paragraphs, headings, lists and code', () => {
  const overview = [
    '# First steps',
    'One',
    'paragraph with `code`.',
    '- one',
    '* two <b>',
    '',
    '### Third',
    '```sh',
    'kosmo <!-- x',
    '```',
    '[a](https://example.com)',
  ];
  expect(mdOverview(overview.join('\r\n')).text).toBe(
    [
      '## First steps',
      'One paragraph with `code`.',
      '- one\n- two &lt;b>',
      '### Third',
      '```text\nkosmo \\u003c!-- x\n```',
      '\\[`a](https://example.com`)',
    ].join('\n\n'),
  );
});

describe('whatever else there is becomes text', () => {
  const harmless =
    /^(?:(?:paragraph|heading|list_item|bullet_list)_(?:open|close)|inline|text|code_inline|fence)$/;

  test.each([...hostileTexts, ...hostileTexts.map((text) => `Before\n${text}\n\nafter`)])('%j', (text) => {
    const emitted = mdOverview(text).text;
    const tokens = site.parse(emitted, {}).flatMap((token) => [token].concat(token.children ?? []));
    expect(tokens.map(({ type }) => type).filter((type) => !harmless.test(type))).toEqual([]);
    expect(emitted).not.toMatch(/<!--|^(?::::|<<<|@include)/m);
  });
});
