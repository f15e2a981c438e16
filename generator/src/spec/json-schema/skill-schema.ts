import type { JsonSchema } from '@kosmokrator/runtime';
import { namePatterns } from '../names.js';
import { line, listOf, record, text } from './schema-parts.js';

const phrases = (what: string) => listOf(what, line('One line.', 200), { maxItems: 6 });

const recipe = record(
  'A script with several calls, and what it prints.',
  {
    title: line('What the script does.', 100),
    lua: text('The script.', { maxLength: 1500 }),
    prints: text('What it prints when it runs against the emulator.', { maxLength: 500 }),
  },
  ['title', 'lua', 'prints'],
);

/** What a spec tells the reader of its skill, beside what its functions say. */
export const skillSchema: JsonSchema = record('Guidance for agents, in the skill.', {
  use_when: phrases('When to use the integration. Each line completes "Use it when".'),
  avoid_when: phrases('When not to use it. Each line completes "Do not use it when".'),
  tell_user: phrases('What an agent must tell the user.'),
  examples: listOf(
    'The functions whose first example the skill shows. Default: a read and a write.',
    text('A function.', { pattern: namePatterns.name }),
    { maxItems: 2, uniqueItems: true },
  ),
  recipes: listOf('Scripts to start from.', recipe, { maxItems: 2 }),
});
