/**
 * Whether StyLua leaves a block as it is, told for a few kinds of it: line comments, and locals that
 * are given texts, names, whole numbers or a table of these with a line for each field. Text is in
 * double quotes, or in single ones for the double ones in it, and has no escapes.
 */
export function isFormattedLua(block: string): boolean {
  let inTable = false;
  return (
    block.split('\n').every((line) => {
      if (!inTable && comment.test(line)) return true;
      const shape = line.length < tooLong ? shapeOf(line) : '';
      const wasInTable = inTable;
      inTable = wasInTable ? shape !== '}' : shape === 'local n = {';
      return wasInTable ? shape === '}' || field.test(shape) : inTable || assignment.test(shape);
    }) && !inTable
  );
}

/** StyLua breaks lines of 120 columns, of which a tab is four. */
const tooLong = 112;
const comment = /^--(?!\[=*\[)(?:.*\S)?$/;
const assignment = /^local n = [nv](?: \.\. v)?$/;
const inner = '(?:n = )?(?:[nv]|\\{ [nv](?:, [nv])* \\})';
const field = new RegExp(`^\\t(?:n = )?(?:[nv]|\\{ ${inner}(?:, ${inner})* \\}),$`);

const token = /"[^"'\\\r]*"|'[^"'\\\r]*"[^'\\\r]*'|[A-Za-z_][A-Za-z_0-9]*|[0-9]+/g;
const keywords = new Set(
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'.split(
    ' ',
  ),
);

/** A line with `n` for each name and `v` for each value; keywords stay, and so do numbers that StyLua may respell. */
function shapeOf(line: string): string {
  return line.replace(token, (word) => {
    if (/^["']/.test(word)) return 'v';
    if (/^[0-9]/.test(word)) return /^(?:0|[1-9][0-9]{0,8})$/.test(word) ? 'v' : word;
    return keywords.has(word) ? word : 'n';
  });
}
