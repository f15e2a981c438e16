import type { CatalogEntry } from './catalog-entry.js';

/** Keys that the spec language has, and the values that they take. */
export const keyCodes = {
  KEY_UNKNOWN: {
    title: 'Unknown key',
    cause: 'A misspelled key would have no effect, so every unknown key is an error.',
    fix: 'Use one of the keys that docs/guides/spec-language.md lists.',
  },
  KEY_MISSING: {
    title: 'Missing key',
    cause: 'This key is required here.',
    fix: 'Add the key.',
  },
  VALUE_TYPE: {
    title: 'Wrong type of value',
    cause: 'The key takes a different type of value, such as text, a number, a list or a mapping.',
    fix: 'Write a value of the type that the message names. Quote text that YAML reads as a number. Begin each item of a list with `- `.',
  },
  VALUE_INVALID: {
    title: 'Invalid value',
    cause: 'The value has the right type but breaks another rule of its key.',
    fix: 'Change the value as the message says.',
  },
} as const satisfies Record<string, CatalogEntry>;
