/** How texts in other encodings than UTF-8 begin. No Lua program begins so: a NUL stands in strings only. */
const beginnings: readonly (readonly [encoding: string, matches: (bytes: Uint8Array) => boolean])[] = [
  ['UTF-32', ([a, b, c, d]) => (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0)],
  ['UTF-16', ([a, b]) => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)],
  ['UTF-16', ([a, b]) => a !== undefined && b !== undefined && (a === 0) !== (b === 0)],
];

/** The encoding of a script that is not UTF-8 or another that has ASCII in it, as far as its first bytes tell. */
export function foreignEncoding(source: Uint8Array): string | undefined {
  return beginnings.find(([, matches]) => matches(source))?.[0];
}

const byteOrderMark = [0xef, 0xbb, 0xbf];
const [hash, lineFeed] = [0x23, 0x0a];

/** Skips what Lua itself skips in files: a byte order mark, and a first line that begins with `#`, which is for the shell. */
export function withoutFirstLineMark(source: Uint8Array): Uint8Array {
  const text = byteOrderMark.every((byte, at) => source[at] === byte) ? source.subarray(3) : source;
  if (text[0] !== hash) return text;
  const end = text.indexOf(lineFeed);
  return end < 0 ? text.subarray(text.length) : text.subarray(end);
}
