/** A script as a fenced block. Its fence is longer than any inside, and site generators see no comment in it. */
export function luaBlock(script: string): string {
  // Lua reads this escape back inside a string.
  const text = script
    .replace(/\r\n?/g, '\n')
    .replace(/<(?=!--)/g, '\\u003c')
    .trimEnd();
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}lua\n${text}\n${fence}`;
}
