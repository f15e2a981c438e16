import { nearNames } from '@kosmokrator/runtime';

/** What to write instead of an unknown name: the nearest known one, else all of them. */
export function suggest(name: string, known: readonly string[], none: string): { readonly help: string } {
  const [near] = nearNames(name, known, 1);
  if (near !== undefined) return { help: `Did you mean \`${near}\`?` };
  return { help: known.length > 0 ? `There is: ${known.slice(0, 20).join(', ')}.` : none };
}
