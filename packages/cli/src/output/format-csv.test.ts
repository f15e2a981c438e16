import { expect, test } from 'vitest';
import { formatCsv } from './format-csv.js';

test.each([
  [
    [
      { id: 1, name: 'a' },
      { id: 2n ** 63n, tags: ['x'] },
    ],
    'id,name,tags\n1,a,\n9223372036854775808,,"[""x""]"\n',
  ],
  [{ id: '007', note: 'two\nlines, "quoted"' }, 'id,note\n007,"two\nlines, ""quoted"""\n'],
  [{ items: [{ a: true }], total: 1 }, 'a\ntrue\n'],
  [['x', 1, null], 'value\nx\n1\n""\n'],
  ['text', 'value\ntext\n'],
  [[], ''],
  [[{ a: '漢字' }], 'a\n漢字\n'],
])('data %# is rows', (data, text) => expect(formatCsv(data)).toBe(text));
