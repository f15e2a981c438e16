/**
 * Cuts Lua source at blank lines before a line that starts a statement or a comment in the first
 * column. Where each piece parses on its own, formatting them one by one gives what formatting the
 * whole gives; a cut inside a long string or a function leaves a piece that does not parse.
 *
 * A statement may not go on across the cut: none goes on with a letter that is not `and` or `or`,
 * and neither of these starts a piece that parses.
 */
export function splitLuaBlocks(source: string): string[] {
  return source.trimEnd().split(/\n\n+(?=[a-zA-Z_]|--)/);
}

/** Whether a piece is of a kind that StyLua leaves as it is: comments, and names given plain values. */
export function isFormattedLua(block: string): boolean {
  return plainBlock.test(block) && block.split('\n').every(isShort);
}

const reserved =
  'and|break|do|else|elseif|end|false|for|function|goto|if|in|local|nil|not|or|repeat|return|then|true|until|while';
const name = `(?!(?:${reserved})\\b)[A-Za-z_][A-Za-z_0-9]*`;
// A text in double quotes; in single ones only for the double ones in it. Without escapes.
const text = String.raw`(?:"[^"'\\\n\r]*"|'[^"'\\\n\r]*"[^'\\\n\r]*')`;
const atom = `(?:${text}|${name}|0|[1-9][0-9]{0,8})`;
const items = (item: string): string => `\\{ ${item}(?:, ${item})* \\}`;
const field = (value: string): string => `(?:${value}|${name} = ${value})`;
const inlineTable = items(field(`(?:${atom}|${items(atom)})`));
const value = `(?:${atom}(?: \\.\\. ${text})?|\\{\\n(?:\\t${field(`(?:${atom}|${inlineTable})`)},\\n)+\\})`;
const comment = String.raw`--(?!\[=*\[)(?:.*\S)?`;
const plainBlock = new RegExp(`^(?:(?:${comment}|local ${name} = ${value})(?:\\n|$))+$`);

/** StyLua breaks lines of 120 columns, and leaves comments alone. */
function isShort(line: string): boolean {
  return line.length < 100 || line.startsWith('--');
}
