import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import text from '@textlint/textlint-plugin-text';
import terminology from 'textlint-rule-terminology';
import { wordList } from './word-list.mjs';

const kernel = new TextlintKernel();
const pluginOf = (plugin) => plugin.default ?? plugin;
const plugins = [
  { pluginId: 'markdown', plugin: pluginOf(markdown) },
  { pluginId: 'text', plugin: pluginOf(text) },
];
// A space in a pattern is any white space, so that a phrase may go on in the next line. The lookahead at the end also keeps
// the rule from its own idea of a word's end, which misses one before a line break.
const patterns = wordList.map(([pattern, good]) => [
  `\\b(?:${pattern.replaceAll(' ', '\\s+')})(?![\\w-])`,
  good,
]);
const any = new RegExp(patterns.map(([pattern]) => pattern).join('|'), 'i');

/** Finds what the word list refuses. `ext` is `.md`, where code does not count, or `.txt`. What is struck out does not count either. */
export async function lintText(content, ext) {
  if (!any.test(content)) return [];
  const rule = pluginOf(terminology);
  const rules = [
    { ruleId: 'words', rule, options: { defaultTerms: false, terms: patterns, skip: ['Delete'] } },
  ];
  const { messages } = await kernel.lintText(content, { ext, filePath: `text${ext}`, plugins, rules });
  return messages.map(({ line, column, message }) => ({ line, column, message }));
}
