import type { ReferencedPath } from '../jmespath/index.js';
import type { SpecFile } from '../load/spec-file.js';
import type { SpecContext } from '../validate/context.js';
import {
  type SpecExpression,
  functionSpecExpressions,
  integrationSpecExpressions,
} from '../validate/expressions/expression-uses.js';
import type { Finding } from '../validate/finding.js';
import { knownMembers } from './known-members.js';
import { nearName } from './near-name.js';
import { quoteName } from '../validate/quote.js';
import { readPaths } from '../validate/expressions/read-paths.js';

/**
 * What an expression reads of a reply is in a reply of some example, or in a schema. A misspelt member is null, so that a
 * walk ends after its first page, and an error goes unseen. Where examples show only some replies, as of errors or of last
 * pages, one member that is known is enough, and the others are held to what they resemble.
 */
export function* checkMembers(context: SpecContext): Iterable<Finding> {
  const { integration, functions } = context;
  const types = Object.values(integration.value.types ?? {});
  const specs = functions.map(({ value }) => value);
  const all = knownMembers(specs, types);
  for (const use of integrationSpecExpressions(integration)) yield* check(context, integration, use, all);
  for (const file of functions) {
    const known = knownMembers([file.value], types);
    for (const use of functionSpecExpressions(file, integration)) yield* check(context, file, use, known);
  }
}

function* check(
  { compile }: SpecContext,
  file: SpecFile,
  use: SpecExpression,
  known: ReadonlySet<string> | undefined,
): Iterable<Finding> {
  if (known === undefined) return;
  const reads = readPaths(compile, use.expression).filter((read) => membersOf(read).length > 0);
  const unknown = reads.flatMap((read) => {
    const name = membersOf(read).find((member) => !known.has(member));
    return name === undefined || isSpelledOtherwise(name, known) ? [] : [{ read, name }];
  });
  const needsAll = strictness(use) === 'all';
  const isUnseen = ({ name }: { readonly name: string }) => !(isError(use) && usual.has(name));
  const needsOne = strictness(use) === 'one' && unknown.length === reads.length && unknown.every(isUnseen);
  for (const { read, name } of unknown) {
    const meant = isUnseen({ name })
      ? nearName(name, isError(use) ? [...usual, ...known] : [...known])
      : undefined;
    if (!needsAll && !needsOne && meant === undefined) continue;
    const message = `${quoteName(read.path)} reads ${quoteName(name)}, which no reply of an example and no schema has`;
    const within = { offset: read.offset, length: read.length };
    const help =
      meant === undefined
        ? 'Correct the name, or add an example whose reply contains it.'
        : `Did you mean ${quoteName(meant)}?`;
    yield { code: 'EXPRESSION_MEMBER_UNKNOWN', message, at: { file, path: use.path, within }, help };
  }
}

/** How many members of an expression have to be known: replies of errors are rarely all shown. */
function strictness({ path }: SpecExpression): 'all' | 'one' | 'none' {
  const [place, key] = path;
  if (place === 'paginate') return 'one';
  if (place !== 'errors') return 'all';
  return key === 'when' ? 'one' : 'none';
}

function isError({ path }: SpecExpression): boolean {
  return path[0] === 'errors';
}

/** Names that services give to the parts of an error. */
const usual = new Set(
  'code description detail details error error_code error_message errors fault message messages msg reason status title type'.split(
    ' ',
  ),
);

/** A last page may leave out what the result has under the same name, spelled the API's way: `nextPageToken`. */
function isSpelledOtherwise(name: string, known: ReadonlySet<string>): boolean {
  const letters = (text: string) => text.toLowerCase().replaceAll(/[-_]/g, '');
  return [...known].some((other) => letters(other) === letters(name));
}

/** What a path reads inside a reply, or inside the result: `body.error.text`, `steps.main.body.id`, `result.data`. */
function membersOf({ segments }: ReferencedPath): readonly string[] {
  const [root, , part] = segments;
  if (root === 'body' || root === 'result') return segments.slice(1);
  return root === 'steps' && part === 'body' ? segments.slice(3) : [];
}
