import type { Rule } from '../context.js';
import { compiles } from '../patterns/compiles.js';
import { describeBacktracking } from '../patterns/describe-backtracking.js';
import { findBacktracking } from '../patterns/find-backtracking.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';
import { schemasOf } from '../schema-uses.js';

/** Nothing that a caller or a service sends makes a regular expression of the spec run for long. */
export const patterns: Rule = function* (context) {
  for (const { schema, file, path } of schemasOf(context)) {
    const { pattern, maxLength } = schema;
    if (typeof pattern !== 'string' || !compiles(pattern, 'u')) continue;
    // Arguments are held to their length first.
    const found = findBacktracking(pattern, 'u', typeof maxLength === 'number' ? maxLength : undefined);
    if (!found) continue;
    const message = describeBacktracking(`the pattern ${quoteName(pattern)}`, found);
    yield { code: 'PATTERN_BACKTRACKS', message, at: { file, path: [...path, 'pattern'] } };
  }
  for (const file of context.functions) {
    for (const { response, holder } of requestsOf(file.value)) {
      for (const [name, field] of Object.entries(response?.extract ?? {})) {
        const source = typeof field === 'string' ? field : field.pattern;
        const found = compiles(source, 'm') && findBacktracking(source, 'm');
        if (!found) continue;
        const message = describeBacktracking(`the expression of ${quoteName(name)}`, found);
        const path = [...holder, 'response', 'extract', name];
        yield { code: 'PATTERN_BACKTRACKS', message, at: { file, path } };
      }
    }
  }
};
