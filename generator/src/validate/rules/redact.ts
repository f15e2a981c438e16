import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';

/** A key to redact is listed once. */
export const redact: Rule = function* ({ integration: file }) {
  const keys = file.value.redact ?? [];
  for (const [index, key] of keys.entries()) {
    if (keys.indexOf(key) === index) continue;
    yield {
      code: 'REDACT_REPEATED',
      message: `${quoteName(key)} is listed twice`,
      at: { file, path: ['redact', index] },
    };
  }
};
