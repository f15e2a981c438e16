import { nearNames } from '@kosmokrator/runtime';

/** What to write instead of an unknown name: the nearest known one; else what `otherwise` says, and all that there are; nothing where there is none. */
export function suggest(name: string, known: readonly string[], otherwise = ''): { readonly help?: string } {
  const [near] = nearNames(name, known, 1);
  if (near !== undefined) return { help: `Did you mean \`${near}\`?` };
  const list = known.length > 0 ? `Known names: ${known.slice(0, 20).join(', ')}.` : '';
  const help = [otherwise, list].filter(Boolean).join(' ');
  return help === '' ? {} : { help };
}
