import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown.js';

const page = `# A page

Some text that is **strong** and has \`code\`, a [link](https://example.com/x) and is longer than a narrow line.

- one
- two with more words than fit into one line of forty columns
  1. inner

> quoted

| name | what it is |
|---|---|
| \`key\` | the name of a key, which may be long enough to be wrapped 漢字漢字漢字 |

\`\`\`lua
local x = 1
  return x
\`\`\`

---

<b>html</b> \u001b[31mred
`;

test.each([40, 80, 120])('fits %i columns, with colours and without', (width) => {
  for (const colors of [true, false])
    for (const line of renderMarkdown(page, width, colors).split('\n'))
      expect(stringWidth(line)).toBeLessThanOrEqual(width);
});

test('shows what it is', () => {
  const shown = renderMarkdown(page, 80, false);
  expect(shown).toContain(
    'A page\n\nSome text that is strong and has code, a link (https://example.com/x) and is',
  );
  expect(shown).toContain('• one\n• two with');
  expect(shown).toContain('│ quoted');
  expect(shown).toMatch(/^name {2}what it is\nkey {3}the name/m);
  expect(shown).toContain('  local x = 1\n    return x\n');
  expect(shown).toContain('<b>html</b> \\u001b[31mred');
  expect(shown).not.toMatch(/[*`#]/);
  expect(shown).not.toContain('\u001b[');
});

test('has colours of its own only', () => {
  const shown = renderMarkdown(page, 80, true);
  expect(shown).toContain('\u001B[1mA page\u001B[22m');
  expect(shown).not.toContain('\u001B[31m');
});

test.each(['', '\n', '|', '- ', '```', '[x](', '> > >', '| a |\n|---|', '![i](j)'])('%j ends', (text) => {
  expect(typeof renderMarkdown(text, 10, true)).toBe('string');
});
