/**
 * Blocks that StyLua leaves as they are. The build fills this with the blocks of the templates in
 * which no value stands; run from source there are none, and StyLua is asked about each.
 */
export const knownLuaBlocks: readonly string[] = [];
