import type { CatalogEntry } from './catalog-entry.js';

/** Keys that the spec language has, and the values that they take. */
export const keyCodes = {
  KEY_UNKNOWN: {
    title: 'A key that the spec language does not have',
    cause: 'A misspelt key would do nothing, so each unknown key is an error.',
    fix: 'Use one of the keys that docs/guides/spec-language.md lists.',
  },
  KEY_MISSING: {
    title: 'A required key is missing',
    cause: 'The mapping at this place needs the key.',
    fix: 'Add the key.',
  },
  VALUE_TYPE: {
    title: 'A value of the wrong type',
    cause: 'The key takes another kind of value: text, number, list, mapping …',
    fix: 'Write a value of the type that is asked for: quote text that YAML reads as a number, and begin the items of a list with `- `.',
  },
  VALUE_INVALID: {
    title: 'A value that is not allowed',
    cause: 'The value has the right type and breaks another rule of its key.',
    fix: 'Change the value as the message says.',
  },
} as const satisfies Record<string, CatalogEntry>;
