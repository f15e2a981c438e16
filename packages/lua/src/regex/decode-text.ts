/** Bytes as JavaScript text, and which byte each of its UTF-16 units begins at. */
export interface DecodedText {
  readonly text: string;
  /** One more than there are units: the last is the number of bytes. Absent when each byte is one unit. */
  readonly offsets?: Uint32Array;
}

const replacement = 0xfffd;
const ascii = new TextDecoder('latin1');
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Reads UTF-8. A byte that is not part of any is one character, U+FFFD, so that no position is lost. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.every((byte) => byte < 0x80)) return { text: ascii.decode(bytes) };
  const offsets = new Uint32Array(bytes.length + 1);
  // Text that is put together character by character takes fifty times its size until it is read.
  const units = new Uint16Array(bytes.length);
  let length = 0;
  const add = (unit: number, at: number) => {
    offsets[length] = at;
    units[length] = unit;
    length += 1;
  };
  for (let at = 0; at < bytes.length;) {
    const { code, width } = readCharacter(bytes, at);
    if (code <= 0xffff) add(code, at);
    else {
      // The second half of a pair is no place where a match can begin or end.
      add(0xd7c0 + (code >> 10), at);
      add(0xdc00 + (code & 0x3ff), at);
    }
    at += width;
  }
  offsets[length] = bytes.length;
  return { text: utf16.decode(units.subarray(0, length)), offsets };
}

/** The smallest code of each length: a longer form of it is not UTF-8. */
const smallest = [0, 0, 0x80, 0x800, 0x10000];

function readCharacter(bytes: Uint8Array, at: number): { readonly code: number; readonly width: number } {
  const first = bytes[at]!;
  if (first < 0x80) return { code: first, width: 1 };
  const width = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  let code = first & (0xff >> (width + 1));
  for (let next = at + 1; next < at + width; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte >> 6 !== 0b10) return { code: replacement, width: 1 };
    code = (code << 6) | (byte & 0x3f);
  }
  const isCharacter = first >= 0xc0 && first < 0xf8 && code >= smallest[width]! && code <= 0x10ffff;
  return isCharacter && code >> 11 !== 0x1b ? { code, width } : { code: replacement, width: 1 };
}
