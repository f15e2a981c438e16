import type { CatalogEntry } from './catalog-entry.js';

/** Schemas and the types that they share. */
export const typeCodes = {
  SCHEMA_INVALID: {
    title: 'Invalid schema',
    cause:
      'The schema contradicts itself or cannot be used. For example, a keyword does not apply to the type, a minimum is greater than its maximum, or a pattern does not compile.',
    fix: 'Correct the schema.',
  },
  PATTERN_BACKTRACKS: {
    title: 'Slow regular expression',
    cause:
      'JavaScript tries every way in which the parts of a regular expression can divide a text. If there are many ways, a short text that does not match can keep the program busy for years, and no timeout can stop it. The generator accepts an expression under `pattern` or `extract` only if it can prove that the time grows in proportion to the length of the text. It cannot prove this for a look-behind that repeats, or for a back-reference to more than one character.',
    fix: 'Let each part begin with a character that the part before it cannot match: `^[a-z0-9]+(-[a-z0-9]+)*$` instead of `^([a-z0-9]+-?)+$`. If the expression begins with a repetition, put `^` in front. If the message names a power of the length, a short `maxLength` next to `pattern` is enough.',
  },
  DEFAULT_INVALID: {
    title: 'Invalid default',
    cause:
      'A default must be valid according to the schema of its param. A required or generated param cannot have a default.',
    fix: 'Correct the default, or remove it.',
  },
  VALUES_INVALID: {
    title: 'Invalid spelling under `values`',
    cause:
      '`values` lists other spellings that callers may use. Each must stand for a value that the API takes, and must not be such a value itself.',
    fix: 'Correct the spelling or its value, or remove it.',
  },
  TYPE_UNKNOWN: {
    title: 'Unknown type',
    cause: '`$ref` must name one of the `types` in integration.yaml.',
    fix: 'Correct the name, or declare the type.',
  },
  TYPE_CYCLE: {
    title: 'Type that contains itself',
    cause:
      'The generator replaces each `$ref` in a param by the type, so a param cannot use a recursive type. A type that is only a `$ref` cannot lead back to itself, or through more than 16 other types.',
    fix: 'Replace the `$ref` by the schema it stands for. In a param, write the levels that callers need, and give the last one only `type: object`.',
  },
  TYPE_TOO_LARGE: {
    title: 'Param too large',
    cause:
      'The generator replaces each `$ref` in a param by the type. The result can have at most 2,000 schemas.',
    fix: 'Describe fewer levels of the value, and use `type: object` for the rest.',
  },
  TYPE_UNUSED: {
    title: 'Unused type',
    cause: 'No function refers to the type, directly or through another type.',
    fix: 'Use the type in a `$ref`, or delete it.',
  },
} as const satisfies Record<string, CatalogEntry>;
