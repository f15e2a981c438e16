import { expect, test } from 'vitest';
import { createLineReader } from './read-lines.js';

/** What a reader with room for 8 bytes finds in these chunks. */
function linesOf(chunks: readonly string[]): string[] {
  const found: string[] = [];
  const read = createLineReader(8, {
    line: (bytes) => found.push(bytes.toString()),
    tooLong: (start, end) => found.push(`too long: ${start} … ${end}`),
  });
  for (const chunk of chunks) read(Buffer.from(chunk));
  return found;
}

test.each([
  ['lines in one chunk', ['a\nb\n\nc'], ['a', 'b', '']],
  ['a line in many chunks', ['1', '2', '34', '5678\n'], ['12345678']],
  ['a line that is too long, and the next', ['123456789\nb\n'], ['too long: 123456789 … 123456789', 'b']],
  ['one that grows too long', ['12345', '678', '9', '0\nb\n'], ['too long: 123456789 … 1234567890', 'b']],
])('%s', (_what, chunks, lines) => {
  expect(linesOf(chunks)).toEqual(lines);
});

test('of a line that is too long, the beginning and the end are kept', () => {
  const long = Array.from({ length: 1_000 }, (_, index) => String(index).padStart(4, '0'));
  const [found] = linesOf([...long, '\n']);
  expect(found!.length).toBeLessThan(600);
  expect(found).toMatch(/^too long: 00000001.* … .*09980999$/);
});

test('a character whose bytes come apart is whole again', () => {
  const found: string[] = [];
  const read = createLineReader(8, { line: (bytes) => found.push(bytes.toString()), tooLong: () => {} });
  const bytes = Buffer.from('é\n');
  for (const byte of bytes) read(Buffer.from([byte]));
  expect(found).toEqual(['é']);
});
