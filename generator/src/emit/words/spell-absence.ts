import type { Words } from './schema-rows.js';

/**
 * A text of a spec as a page's surface says it: specs say null, which Lua calls nil. Code spans stay as they are, since they
 * show JSON.
 */
export function spellAbsence(text: string, { absent }: Words): string {
  const parts = text.split(/(`[^`]*`)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : spellPlain(part, absent))).join('');
}

function spellPlain(text: string, absent: string): string {
  const begun = absent[0]!.toUpperCase() + absent.slice(1);
  return text.replace(/\bnull\b/g, absent).replace(/\bNull\b/g, begun);
}
