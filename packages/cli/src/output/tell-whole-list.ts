import type { CommandContext } from '../command-context.js';

/** Tells in the envelope that its data is a list, and all of it. */
export function tellWholeList({ meta }: CommandContext, items: readonly unknown[]): void {
  Object.assign(meta, { total: items.length, has_more: false, next: null });
}
