import type { Command } from 'commander';
import { completeWords } from './complete-words.js';

/** What a shell inserts without quotes, whatever the word is part of. */
const plain = /^[\w@%+=:,./-]+$/;

/**
 * Prints what the last word may become: on each line a word and, after a tab, what it means. The line `:files` asks for
 * names of files, too. Where something is broken there is nothing to complete, and nobody to tell.
 */
export async function runComplete(shell: string, given: readonly string[], program: Command): Promise<void> {
  const words = shell === 'bash' ? joinAtEquals(given) : shell === 'powershell' ? emptyDot(given) : given;
  const current = words.at(-1) ?? '';
  try {
    const { candidates, files } = await completeWords(words, program);
    // bash takes what is before the sign for a word of its own.
    const kept = shell === 'bash' ? current.lastIndexOf('=') + 1 : 0;
    const fitting = candidates.filter(({ value }) => value.startsWith(current) && plain.test(value));
    const lines = fitting.map(({ value, description }) => `${value.slice(kept)}\t${oneLine(description)}\n`);
    process.stdout.write(`${lines.join('')}${files ? ':files\n' : ''}`);
  } catch {
    return;
  }
}

/** bash splits `--format=json` into three words. */
function joinAtEquals(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const [at, word] of words.entries()) {
    if (joined.length > 0 && (word === '=' || words[at - 1] === '=')) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
  }
  return joined;
}

/** Its script cannot send an empty word. */
function emptyDot(words: readonly string[]): readonly string[] {
  return words.at(-1) === '.' ? [...words.slice(0, -1), ''] : words;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim();
}
