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
