import type { IntegrationModel } from '../model/model.js';
import { pascalCase } from './syntax/typescript.js';

/**
 * The name of an integration as its vendor spells it: each word as the title has it, in one word or in several. So
 * `planetscale` with the title "PlanetScale" is `PlanetScale`, and with "Planet Scale" too; a word that the title does
 * not have begins with a capital letter.
 */
export function className({ words, title }: Pick<IntegrationModel, 'words' | 'title'>): string {
  const parts = title.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const spell = (word: string) => spelledIn(parts, word) ?? word;
  return pascalCase(words.map(spell));
}

/** Neighbouring parts of a title that make up a word. */
function spelledIn(parts: readonly string[], word: string): string | undefined {
  for (const start of parts.keys()) {
    for (let end = start + 1; end <= parts.length; end += 1) {
      const joined = pascalCase(parts.slice(start, end));
      if (joined.toLowerCase() === word) return joined;
      if (joined.length >= word.length) break;
    }
  }
  return undefined;
}
