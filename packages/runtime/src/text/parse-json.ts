/** How many digits the longest integer has that becomes a BigInt: reading one takes time with the square of its length. */
const mostDigits = 1000;
const longInteger = /(?<![\d.eE+-])-?\d{16}\d*(?![\d.eE])/g;

/**
 * Reads JSON as `JSON.parse` does, but an integer that a number cannot hold exactly becomes a BigInt. One of more than 1,000 digits, which
 * `JSON.parse` would read as Infinity, stays the text of its digits.
 */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  // Text that is not JSON must fail as it is, before anything is replaced in it.
  const plain: unknown = JSON.parse(text);
  // Unguessable, so that no string of the service can pass for an integer.
  const mark = crypto.randomUUID();
  const marked = outsideStrings(text, (part) =>
    part.replace(longInteger, (digits) =>
      Number.isSafeInteger(Number(digits)) ? digits : `"${mark}${digits}"`,
    ),
  );
  if (marked === text) return plain;
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? readDigits(value.slice(mark.length)) : value,
  );
}

function readDigits(digits: string): bigint | string {
  return digits.length > mostDigits ? digits : BigInt(digits);
}

function outsideStrings(text: string, change: (part: string) => string): string {
  let inside = false;
  const parts = text.split('"').map((part) => {
    if (!inside) {
      inside = true;
      return change(part);
    }
    // An odd number of backslashes escapes the quote that ended this part.
    inside = /(?<!\\)(?:\\\\)*\\$/.test(part);
    return part;
  });
  return parts.join('"');
}
