import { isLuaComment, splitLuaBlocks } from './lua-blocks.js';

type FormatBlock = (block: string) => string;

let loading: Promise<FormatBlock> | undefined;

/** Formatted blocks by their source: most of a binding is the same in every package. */
const known = new Map<string, string>();

/**
 * Formats one Lua file as StyLua does by default. Throws when it does not parse, which is a bug in
 * its target. StyLua takes milliseconds for a function, so a block is formatted once only.
 */
export async function formatLua(path: string, content: string): Promise<string> {
  const format = await (loading ??= loadFormatter());
  // Such a directive can reach over several blocks.
  if (content.includes('stylua:')) return formatWhole(path, content, format);
  const blocks = splitLuaBlocks(content);
  try {
    return `${blocks.map((block) => formatBlock(block, format)).join('\n\n')}\n`;
  } catch {
    // Not every cut was between two statements.
    return formatWhole(path, content, format);
  }
}

function formatBlock(block: string, format: FormatBlock): string {
  if (isLuaComment(block)) return block;
  const before = known.get(block);
  if (before !== undefined) return before;
  const formatted = format(block).trimEnd();
  // Blocks that say something of one integration would only fill the memory.
  if (known.size < 1_000) known.set(block, formatted);
  return formatted;
}

function formatWhole(path: string, content: string, format: FormatBlock): string {
  try {
    return format(content);
  } catch (error) {
    throw new SyntaxError(`${path} does not parse: ${String(error)}`);
  }
}

async function loadFormatter(): Promise<FormatBlock> {
  const { Config, OutputVerification, formatCode } = await import('@johnnymorganz/stylua');
  // formatCode frees the configuration that it is given, so each call needs its own.
  return (block) => formatCode(block, Config.new(), undefined, OutputVerification.None);
}
