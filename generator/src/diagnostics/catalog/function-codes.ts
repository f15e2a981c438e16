import type { CatalogEntry } from './catalog-entry.js';

/** What a function says about itself beyond its request. */
export const functionCodes = {
  CHECK_INVALID: {
    title: 'A check that cannot be called',
    cause: '`check` names a function that reads and needs no arguments.',
    fix: 'Name such a function.',
  },
  FUNCTION_ORDER: {
    title: 'An order that names an unknown function',
    cause:
      '`functions` in integration.yaml says in which order functions are listed; it names functions of the integration.',
    fix: 'Correct the name, or leave it out.',
  },
  SKILL_INVALID: {
    title: 'A skill that shows nothing',
    cause: '`skill.examples` names functions that have an example with a result.',
    fix: 'Name such functions, or leave `examples` out.',
  },
  PAGINATE_INVALID: {
    title: 'Paging that does not work',
    cause: 'Each style of paging needs certain keys, and a param or placeholder that carries the position.',
    fix: 'Compare with the table of styles in docs/guides/spec-language.md.',
  },
  IDEMPOTENCY_INVALID: {
    title: 'Classes that contradict each other',
    cause:
      'A read is `safe`, a write is not; a read destroys nothing. A `keyed` function has a key in each request that writes: a param that is generated, or one that is required and cannot be empty.',
    fix: 'Correct `operation`, `destructive` or `idempotency`.',
  },
  EXTRACT_INVALID: {
    title: 'A field that cannot be extracted',
    cause: '`extract` reads text and Markdown; each expression compiles and has a first group, the value.',
    fix: 'Set `format: text` or `markdown`, and put the value in a group.',
  },
  CONNECTS_INVALID: {
    title: 'An account that cannot be made',
    cause:
      'A function with `connects` is a write with a text param for the name of the account, and gives credentials that their integration has. What a secret is read from is not in its result.',
    fix: 'Compare with `connects` in docs/guides/spec-language.md.',
  },
  DESCRIPTION_STYLE: {
    title: 'A description out of style',
    cause:
      'Descriptions are read by agents with little room: one line, a full stop at the end, at most 400 characters for a function, `important` included, and 200 for a param.',
    fix: 'Shorten it, or end it with a full stop.',
  },
} as const satisfies Record<string, CatalogEntry>;
