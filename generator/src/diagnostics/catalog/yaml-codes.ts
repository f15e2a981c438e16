import type { CatalogEntry } from './catalog-entry.js';

/** YAML that is no YAML, or more of it than specs use. */
export const yamlCodes = {
  YAML_SYNTAX: {
    title: 'Not valid YAML',
    cause: 'The file breaks a rule of YAML 1.2. What follows the place may not have been checked.',
    fix: 'Correct the YAML at this place; quote text that holds `: `, ` #`, or begins with a sign.',
  },
  YAML_DEPTH: {
    title: 'Nested too deep',
    cause: 'Lists and mappings may be nested 64 levels deep.',
    fix: 'Flatten the value; move shared schemas to `types`.',
  },
  YAML_SIZE: {
    title: 'Too many values',
    cause: 'One file may hold 500,000 values, those that aliases repeat included.',
    fix: 'Shorten the file, or use fewer aliases.',
  },
  YAML_ALIAS: {
    title: 'An alias that cannot be followed',
    cause: 'An alias names an anchor before it, never one that contains it; a file may have 100 aliases.',
    fix: 'Write the value out, or move a shared schema to `types`.',
  },
  YAML_TAG: {
    title: 'A YAML tag',
    cause: 'Tags such as `!!str` change how a value is read. Specs use none.',
    fix: 'Remove the tag; quote the value to make it text.',
  },
  YAML_DOCUMENTS: {
    title: 'Several documents in one file',
    cause: 'A file holds one document. `---` begins another.',
    fix: 'Keep one document; put each function into a file of its own.',
  },
  YAML_DIRECTIVE: {
    title: 'A YAML directive',
    cause: 'Lines such as `%YAML 1.1` change how the file is read.',
    fix: 'Remove the line.',
  },
  YAML_DUPLICATE_KEY: {
    title: 'A key is there twice',
    cause: 'Only one of two equal keys could count.',
    fix: 'Keep one of them.',
  },
  YAML_MERGE_KEY: {
    title: 'A merge key',
    cause: '`<<` is a convention of YAML 1.1 that hides what a mapping holds.',
    fix: 'Write the keys out, or move a shared schema to `types`.',
  },
  YAML_KEY_NOT_TEXT: {
    title: 'A key that is not text',
    cause: 'YAML reads keys such as `1`, `true` or `null` as other than text.',
    fix: 'Quote the key.',
  },
  YAML_NUMBER: {
    title: 'A number that is not what it looks like',
    cause:
      'YAML reads `012` as 12, `1e3` as 1000, `1.10` as 1.1, and rounds what does not fit a double. A number is written as JSON would print it.',
    fix: 'Quote it if it is text; otherwise write the plain number. Leave out a bound beyond ±9007199254740991.',
  },
} as const satisfies Record<string, CatalogEntry>;
