import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeCommand } from '../src/command-tree/describe-command.js';
import { leavesOf, searchHelp } from '../testing/search-help.js';
import { wholeProgram } from '../testing/whole-program.js';

interface Question {
  readonly question: string;
  readonly command: string;
}

const questions: readonly Question[] = JSON.parse(
  readFileSync(new URL('command-questions.json', import.meta.url), 'utf8'),
);
const tree = describeCommand(wholeProgram());
const search = searchHelp(tree);
const commands = new Set(leavesOf(tree).map(({ command }) => command.replace('kosmo ', '')));
/** The short form is a way to write `call`. */
const shortForm = 'integration';

const answers = questions.map(({ question, command }) => {
  const [hit = 'nothing'] = search(question);
  return { question, command, hit: hit === shortForm ? 'call' : hit };
});

test('the words of a question lead to its command in the help of kosmo', () => {
  expect(questions).toHaveLength(100);
  const missed = answers.filter(({ command, hit }) => hit !== command);
  const there = new Set(answers.filter(({ command }) => commands.has(command)));
  const shown = missed.filter((one) => there.has(one));
  console.log(`${answers.length - missed.length} of ${answers.length} questions lead to their command.`);
  console.log(shown.map(({ question, command, hit }) => `${question}: ${hit}, not ${command}`).join('\n'));
  expect(shown.length).toBeLessThanOrEqual(there.size / 10);
});
