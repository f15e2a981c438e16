/**
 * Characters that a reader cannot see or that move text around: controls, line separators, zero-width
 * and bidirectional marks, tags, lone surrogates. Ranges are written out: what `\p{…}` covers differs
 * between Node versions, and the output must not.
 */
const unprintable =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e0fff}]/gu;

/** Replaces each unprintable character, line feeds and tabs included, by how `spell` shows it. */
export function replaceUnprintable(text: string, spell: (character: string) => string): string {
  return plain.test(text) ? text : text.replace(unprintable, spell);
}

// Nearly all text, and many times faster to tell.
const plain = /^[ -~]*$/;

/** `\u200b`; a character beyond the first plane becomes two. Read back by JSON, JavaScript and YAML. */
export function unicodeEscape(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
