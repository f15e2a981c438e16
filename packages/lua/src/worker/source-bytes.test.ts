/** Runs the built package, as `lua-host.test.ts` does. */
import { describe, expect, test } from 'vitest';
import { answeredScripts } from '../../testing/answered-scripts.js';
import { foreignEncoding, withoutFirstLineMark } from './source-bytes.js';

const { lua } = answeredScripts();
const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('the bytes of a script', () => {
  test('are those of its strings', async () => {
    const every = Array.from({ length: 256 }, (_, byte) => byte).filter(
      (byte) => ![10, 13, 34, 92].includes(byte),
    );
    const source = Buffer.concat([bytes('return "'), Buffer.from(every), bytes('"')]);
    expect((await lua.run(source)).result).toEqual(Uint8Array.from(every));
  });

  test('of a view are taken, and none beside it', async () => {
    const source = bytes('error(1) return 7 error(1)').subarray(9, 17);
    expect((await lua.run(source)).result).toBe(7);
  });

  test('count for the limit', async () => {
    const source = Buffer.alloc(256 * 1024 + 1, '-');
    expect((await lua.run(source)).error).toMatchObject({ code: 'limit_exceeded', limit: 'sourceBytes' });
    expect((await lua.run(source.subarray(1))).result).toBeNull();
  });

  test('with other bytes than UTF-8 keep lines in errors', async () => {
    const source = bytes('\xef\xbb\xbf#!kosmo \xe9\n-- \xe9\nlocal caf = "\xe9"\nerror("boom")');
    expect((await lua.run(source)).error).toEqual({ code: 'script_error', message: 'boom', line: 4 });
  });
});

test.each([
  ['UTF-16', '\xff\xfer\0e\0'],
  ['UTF-16', '\xfe\xff\0r\0e'],
  ['UTF-16', 'r\0e\0'],
  ['UTF-16', '\0r\0e'],
  ['UTF-32', '\xff\xfe\0\0r\0\0\0'],
  ['UTF-32', '\0\0\xfe\xff\0\0\0r'],
])('an encoding that Lua does not read is named: %s', async (encoding, source) => {
  const { error } = await lua.run(bytes(source));
  const message = `the script is in ${encoding}: save it as UTF-8`;
  expect(error).toEqual({ code: 'script_error', message, line: 1 });
});

test.each(['', 'r', 'return "\0"', '\xe9', '\xef\xbb\xbfreturn 1'])('%j is none of those', (source) => {
  expect(foreignEncoding(bytes(source))).toBeUndefined();
});

test.each([
  ['\xef\xbb\xbfreturn', 'return'],
  ['#!x\nreturn', '\nreturn'],
  ['\xef\xbb\xbf#!x\r\nreturn', '\nreturn'],
  ['#!x', ''],
  ['\nreturn #x', '\nreturn #x'],
])('the first line of %j', (source, rest) => {
  expect(Buffer.from(withoutFirstLineMark(bytes(source))).toString('latin1')).toBe(rest);
});
