import { knownLuaBlocks } from './known-lua-blocks.js';
import { isFormattedLua } from './is-formatted-lua.js';
import { splitLuaBlocks } from './split-lua-blocks.js';

type FormatBlock = (block: string) => string;

let loading: Promise<FormatBlock> | undefined;

/** Formatted blocks by their source: most of a binding is the same in every package. */
const known = new Map(knownLuaBlocks.map((block) => [block, block]));
const most = 1_000;

/**
 * Formats one Lua file as StyLua does by default. Throws when it does not parse, which is a bug in
 * its target. StyLua takes milliseconds for a function, and a third of a second for its first, so it
 * is asked once about a block, and not at all where the answer is known.
 */
export async function formatLua(path: string, content: string): Promise<string> {
  // A directive can reach over several blocks.
  const blocks = content.includes('stylua:') ? [content] : splitLuaBlocks(content);
  if (blocks.every((block) => known.has(block) || isFormattedLua(block))) return join(blocks, formatKnown);
  const format = await (loading ??= loadFormatter());
  if (blocks.length > 1) {
    try {
      return join(blocks, (block) => formatBlock(block, format));
    } catch {
      // Not every cut was between two statements.
    }
  }
  return formatWhole(path, content, format);
}

function join(blocks: readonly string[], format: (block: string) => string): string {
  return `${blocks.map(format).join('\n\n')}\n`;
}

function formatKnown(block: string): string {
  return known.get(block) ?? block;
}

function formatBlock(block: string, format: FormatBlock): string {
  const before = isFormattedLua(block) ? block : known.get(block);
  if (before !== undefined) return before;
  const formatted = format(block).trimEnd();
  // Blocks that say something of one integration would only fill the memory.
  if (known.size < most) known.set(block, formatted);
  return formatted;
}

function formatWhole(path: string, content: string, format: FormatBlock): string {
  try {
    return format(content);
  } catch (error) {
    throw new SyntaxError(`${path} does not parse: ${String(error)}`);
  }
}

export async function loadFormatter(): Promise<FormatBlock> {
  const { Config, OutputVerification, formatCode } = await import('@johnnymorganz/stylua');
  // formatCode frees the configuration that it is given, so each call needs its own.
  return (block) => formatCode(block, Config.new(), undefined, OutputVerification.None);
}
