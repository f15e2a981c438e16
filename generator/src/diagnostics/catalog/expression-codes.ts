import type { CatalogEntry } from './catalog-entry.js';

/** JMESPath expressions. */
export const expressionCodes = {
  EXPRESSION_SYNTAX: {
    title: 'Not valid JMESPath',
    cause: 'The expression does not compile.',
    fix: 'Correct it; https://jmespath.org explains the language.',
  },
  EXPRESSION_NAME_UNKNOWN: {
    title: 'An expression reads what is not there',
    cause:
      'An expression reads `args`, `credentials`, `steps`, `status`, `headers`, `body`, and `items` or `result` where paging gives them; below `args`, `credentials` and `steps` only names that exist at this point.',
    fix: 'Correct the name.',
  },
  EXPRESSION_MEMBER_UNKNOWN: {
    title: 'An expression reads a member that no reply has',
    cause:
      'A member that is not in a reply reads as null, so a misspelt one goes unseen: paging ends after the first page, an error counts as a result. What an expression reads of `body`, `result` or a step is in a reply of some example, or in a schema.',
    fix: 'Correct the name, or show a reply that has it in an example.',
  },
  EXPRESSION_SECRET: {
    title: 'An expression reads a secret',
    cause: 'Expressions shape results and messages, which a secret must never reach.',
    fix: 'Use the credential in `auth`, or make it `type: string` if it is no secret.',
  },
  SELECT_MISMATCH: {
    title: '`select` and `returns` disagree',
    cause: 'The keys that `select` makes are the properties that `returns` describes.',
    fix: 'Describe each key under `returns.properties`, or drop it from `select`.',
  },
} as const satisfies Record<string, CatalogEntry>;
