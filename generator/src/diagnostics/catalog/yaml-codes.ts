import type { CatalogEntry } from './catalog-entry.js';

/** YAML that is no YAML, or more of it than specs use. */
export const yamlCodes = {
  YAML_SYNTAX: {
    title: 'Not valid YAML',
    cause: 'The file breaks a rule of YAML 1.2. Text after this place may not have been checked.',
    fix: 'Correct the YAML here. Quote text that contains `: ` or ` #`, or that begins with a special character such as `*`, `&` or `@`.',
  },
  YAML_DEPTH: {
    title: 'Nested too deeply',
    cause: 'Lists and mappings can be nested at most 64 levels deep.',
    fix: 'Flatten the value, or move shared schemas to `types`.',
  },
  YAML_SIZE: {
    title: 'Too many values',
    cause: 'A file can have at most 500,000 values, including those that aliases repeat.',
    fix: 'Shorten the file, or use fewer aliases.',
  },
  YAML_ALIAS: {
    title: 'Invalid alias',
    cause:
      'An alias must name an anchor that comes before it and does not contain it. A file can have at most 100 aliases.',
    fix: 'Write the value out, or move a shared schema to `types`.',
  },
  YAML_TAG: {
    title: 'YAML tag',
    cause: 'Tags such as `!!str` change how a value is read. The spec language does not use them.',
    fix: 'Remove the tag. To make the value text, quote it.',
  },
  YAML_DOCUMENTS: {
    title: 'Several documents in one file',
    cause: 'A file must have one document, and `---` begins a new one.',
    fix: 'Keep one document. Put each function in its own file.',
  },
  YAML_DIRECTIVE: {
    title: 'YAML directive',
    cause: 'Lines such as `%YAML 1.1` change how the file is read. The spec language does not use them.',
    fix: 'Remove the line.',
  },
  YAML_DUPLICATE_KEY: {
    title: 'Duplicate key',
    cause: 'A mapping can have each key only once.',
    fix: 'Remove one of them.',
  },
  YAML_MERGE_KEY: {
    title: 'Merge key',
    cause:
      '`<<` merges one mapping into another. It belongs to YAML 1.1, and the spec language does not use it.',
    fix: 'Write the keys out, or move a shared schema to `types`.',
  },
  YAML_KEY_NOT_TEXT: {
    title: 'Key that is not text',
    cause: 'YAML reads keys such as `1`, `true` or `null` as numbers, booleans or null.',
    fix: 'Quote the key.',
  },
  YAML_NUMBER: {
    title: 'Misleading number',
    cause:
      'YAML reads `012` as 12, `1e3` as 1000 and `1.10` as 1.1, and rounds numbers with too many digits. Write a number the way JSON prints it.',
    fix: 'If it is text, quote it. Otherwise write the plain number. Leave out limits beyond ±9007199254740991.',
  },
} as const satisfies Record<string, CatalogEntry>;
