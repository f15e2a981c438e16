/** A text as it can be written: for each character, its spellings, in full. */
export type Spelled = readonly (readonly string[])[];

const named: Readonly<Record<string, readonly string[]>> = {
  '"': ['&quot;'],
  '&': ['&amp;'],
  "'": ['&apos;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
  ' ': ['+'],
};

/** What JSON puts a backslash before, always or in some encoders; and the same inside of JSON inside of JSON. */
const escaped = [
  { '"': ['\\"'], '\\': ['\\\\'], '/': ['/', '\\/'], '\n': ['\\n'], '\r': ['\\r'], '\t': ['\\t'] },
  {
    '"': ['\\\\\\"'],
    '\\': ['\\\\\\\\'],
    '/': ['/', '\\/', '\\\\/', '\\\\\\/'],
    '\n': ['\\\\n'],
    '\r': ['\\\\r'],
    '\t': ['\\\\t'],
  },
] as readonly Readonly<Record<string, readonly string[]>>[];

/**
 * The forms in which a secret can show up: as it is, in another letter case (host names), percent-encoded once or
 * twice, in JSON, in HTML, each for some characters or all; and in base64 or base64url, alone or inside of a longer
 * text that was encoded.
 */
export function spellSecret(secret: string): { readonly plain: Spelled[]; readonly base64: Spelled[] } {
  const characters = [...secret];
  const plain = characters.map(spellCharacter);
  const inJson = escaped
    .filter(() => /["\\/\n\r\t]/.test(secret))
    .map((escapes) => characters.map((char, index) => withEscapes(escapes[char], char, plain[index]!)));
  return { plain: [plain, ...inJson], base64: base64Cores(secret).map(spellBase64) };
}

function spellCharacter(char: string): string[] {
  const code = char.codePointAt(0)!;
  const bytes = [...Buffer.from(char)].map((byte) => byte.toString(16).padStart(2, '0'));
  const units = Array.from({ length: char.length }, (_, at) =>
    char.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  const percent = bytes.map((byte) => `%${byte}`).join('');
  const twice = percent.replaceAll('%', '%25');
  const unicode = units.map((unit) => `\\u${unit}`).join('');
  const entity = `&#x${code.toString(16)};`;
  const hexadecimal = [percent, twice, unicode, `\\${unicode}`, entity];
  const upper = hexadecimal.map((text) => text.replace(/[0-9a-f]{2,}/g, (digits) => digits.toUpperCase()));
  const cases = [char, char.toLowerCase(), char.toUpperCase()];
  return [...new Set([...cases, ...hexadecimal, ...upper, `&#${code};`, ...(named[char] ?? [])])];
}

function withEscapes(
  escapes: readonly string[] | undefined,
  char: string,
  plain: readonly string[],
): string[] {
  return escapes ? [...escapes, ...plain.filter((spelling) => spelling !== char)] : [...plain];
}

/**
 * The base64 characters that a secret alone decides, at each of the three places where it can begin in a group of
 * three bytes. What is before and behind it has a part in the characters at its borders.
 */
function base64Cores(secret: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
}

const base64Spellings: Readonly<Record<string, readonly string[]>> = {
  '+': ['+', '-', '%2B', '%2b', '\\u002b', '\\u002B'],
  '/': ['/', '_', '%2F', '%2f', '\\/', '\\u002f', '\\u002F'],
};

function spellBase64(core: string): Spelled {
  return [...core].map((char) => base64Spellings[char] ?? [char]);
}
