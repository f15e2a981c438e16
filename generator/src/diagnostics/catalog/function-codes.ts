import type { CatalogEntry } from './catalog-entry.js';

/** What a function says about itself beyond its request. */
export const functionCodes = {
  CHECK_INVALID: {
    title: 'Invalid `check`',
    cause: '`check` must name functions that read, with the arguments that they need.',
    fix: 'Name a function that reads, give the arguments it needs as `{ function: NAME, args: { … } }`, or delete `check`.',
  },
  FUNCTION_ORDER: {
    title: 'Unknown function in the order of functions',
    cause:
      '`functions` in integration.yaml sets the order in which functions are listed. It can name only functions of the integration.',
    fix: 'Correct the name, or remove it from the list.',
  },
  SKILL_INVALID: {
    title: 'Invalid example of the skill',
    cause: '`skill.examples` must name functions of the integration that have an example with a result.',
    fix: 'Name functions that have one, or remove `examples`.',
  },
  PAGINATE_INVALID: {
    title: 'Invalid paging',
    cause:
      'Each style of paging needs certain keys. It also needs a param or a placeholder that sends the position of the page.',
    fix: 'See the table of styles in docs/guides/spec-language.md.',
  },
  IDEMPOTENCY_INVALID: {
    title: 'Contradicting `operation`, `destructive` and `idempotency`',
    cause:
      'A read must be `safe` and cannot be `destructive`. A write cannot be `safe`. A `keyed` function must send a key with each request that writes. The key is a param that is generated, or one that is required and cannot be empty.',
    fix: 'Correct `operation`, `destructive` or `idempotency`.',
  },
  EXTRACT_INVALID: {
    title: 'Invalid `extract`',
    cause:
      '`extract` works only if `format` is `text` or `markdown`. Each regular expression must compile and have a group. The first group is the value of the field.',
    fix: 'Set `format: text` or `format: markdown`, and put the value in a group, as in `Name: (.*)`.',
  },
  CONNECTS_INVALID: {
    title: 'Invalid `connects`',
    cause:
      'A function with `connects` must be a write, must have a param of `type: string` for the name of the account, and must return credentials that the named integrations declare. Its result must not contain the values of secrets.',
    fix: 'See `connects` in docs/guides/spec-language.md.',
  },
  DESCRIPTION_STYLE: {
    title: 'Description in the wrong form',
    cause:
      'Agents have little room for descriptions. A description must be one line that ends with a full stop. It can have at most 400 characters for a function, including `important`, and 200 for a param.',
    fix: 'Write one line that ends with a full stop and is not too long.',
  },
} as const satisfies Record<string, CatalogEntry>;
