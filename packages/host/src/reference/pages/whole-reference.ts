import { describeFunction } from './describe-function.js';
import type { IntegrationReference } from './integration-reference.js';
import { luaBlock } from './lua-block.js';

const usage = [
  'Each account has the same functions under its own name. A call without a name uses the account `default`.',
  'A failed call raises an error, which is a table with `code`, `message` and other fields. `tostring` turns it into one line.',
].join('\n');

/** The whole reference of an integration as Markdown, its functions one after another. */
export function wholeReference({ title, functions, accounts }: IntegrationReference): string {
  return [
    `# ${title} — Lua API Reference`,
    ...functions.flatMap((fn) => [`## ${fn.name}`, describeFunction(fn), '---']),
    '## Multi-Account Usage',
    usage,
    ...(accounts === undefined ? [] : [luaBlock(accounts)]),
  ].join('\n\n');
}
