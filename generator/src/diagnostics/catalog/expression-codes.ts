import type { CatalogEntry } from './catalog-entry.js';

/** JMESPath expressions. */
export const expressionCodes = {
  EXPRESSION_SYNTAX: {
    title: 'Not valid JMESPath',
    cause: 'The expression breaks a rule of the JMESPath language.',
    fix: 'Correct the expression. https://jmespath.org explains the language.',
  },
  EXPRESSION_NAME_UNKNOWN: {
    title: 'Unknown name in an expression',
    cause:
      'An expression can read `args`, `credentials`, `steps`, `status`, `headers` and `body`, and some expressions of paging also `items` or `result`. Under `args`, `credentials` and `steps` it can read only declared params, declared credentials and steps that have already run.',
    fix: 'Correct the name.',
  },
  EXPRESSION_MEMBER_UNKNOWN: {
    title: 'Unknown member in an expression',
    cause:
      'A member that a reply lacks reads as null, so a misspelling has no error of its own: paging ends after the first page, or an error passes for a result. Each member of `body`, `result` or a step that an expression reads must appear in the reply of an example or in a schema.',
    fix: 'Correct the name, or add an example whose reply contains it.',
  },
  EXPRESSION_SECRET: {
    title: 'Secret in an expression',
    cause: 'Expressions make results and error messages, and these must never contain a secret.',
    fix: 'Use the credential in `auth`. If it is not a secret, give it `type: string`.',
  },
  SELECT_MISMATCH: {
    title: '`select` and `returns` disagree',
    cause: 'The keys that `select` makes must be the properties that `returns` describes.',
    fix: 'Describe each key under `returns.properties`, or remove it from `select`.',
  },
} as const satisfies Record<string, CatalogEntry>;
