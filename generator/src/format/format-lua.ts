/** Formats one Lua file as StyLua does by default. Throws when it does not parse, which is a bug in its target. */
export async function formatLua(path: string, content: string): Promise<string> {
  const { Config, OutputVerification, formatCode } = await import('@johnnymorganz/stylua');
  try {
    // formatCode frees the configuration that it is given, so each call needs its own.
    return formatCode(content, Config.new(), undefined, OutputVerification.None);
  } catch (error) {
    throw new SyntaxError(`${path} does not parse: ${String(error)}`);
  }
}
