import type { Rule } from '../context.js';
import { compiles } from '../patterns/compiles.js';
import { describeBacktracking } from '../patterns/describe-backtracking.js';
import { findBacktracking } from '../patterns/find-backtracking.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';
import { schemasOf } from '../schemas/schema-uses.js';

/** Nothing that a caller or a service sends makes a regular expression of the spec run for long. */
export const patterns: Rule = function* (context) {
  for (const { schema, file, path } of schemasOf(context)) {
    const { pattern, maxLength } = schema;
    if (typeof pattern !== 'string' || !compiles(pattern, 'u')) continue;
    // Arguments are held to their length first.
    const found = findBacktracking(pattern, 'u', typeof maxLength === 'number' ? maxLength : undefined);
    if (!found) continue;
    const message = describeBacktracking(`the pattern ${quoteName(pattern)}`, found);
    const at = { file, path: [...path, 'pattern'] };
    yield { code: 'PATTERN_BACKTRACKS', message, at, ...helpOf(pattern, maxLength) };
  }
  for (const file of context.functions) {
    for (const { response, holder } of requestsOf(file.value)) {
      for (const [name, field] of Object.entries(response?.extract ?? {})) {
        const source = typeof field === 'string' ? field : field.pattern;
        const found = compiles(source, 'm') && findBacktracking(source, 'm');
        if (!found) continue;
        const message = describeBacktracking(`the regular expression of ${quoteName(name)}`, found);
        const path = [...holder, 'response', 'extract', name];
        yield { code: 'PATTERN_BACKTRACKS', message, at: { file, path } };
      }
    }
  }
};

const lengths = [1000, 250, 100, 50];

/** Says which `maxLength` is enough, where one is. */
function helpOf(pattern: string, given: unknown): { readonly help?: string } {
  const enough = lengths
    .filter((length) => typeof given !== 'number' || length < given)
    .find((length) => !findBacktracking(pattern, 'u', length));
  if (enough === undefined) return {};
  const bound = `\`maxLength: ${enough}\` or less`;
  return {
    help: `Add ${bound}. Or let each part begin with a character that the part before it cannot match.`,
  };
}
