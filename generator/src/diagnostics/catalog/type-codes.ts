import type { CatalogEntry } from './catalog-entry.js';

/** Schemas and the types that they share. */
export const typeCodes = {
  SCHEMA_INVALID: {
    title: 'A schema that contradicts itself',
    cause:
      'A keyword that does not apply to the type, bounds in the wrong order, a pattern that does not compile …',
    fix: 'Correct the schema.',
  },
  PATTERN_BACKTRACKS: {
    title: 'A regular expression that can take very long',
    cause:
      "JavaScript's engine tries out every way in which the parts of an expression can divide a text. Where there are many, a short text that does not match keeps a host busy for years, and no deadline ends it. `pattern` and `extract` pass when it is proven that the time grows with the length of the text alone; look-behinds that repeat, and back-references to more than one character, cannot be proven.",
    fix: 'Let each part begin with what the part before it cannot match: `^[a-z0-9]+(-[a-z0-9]+)*$` instead of `^([a-z0-9]+-?)+$`. Begin an expression that begins with a repetition with `^`. A short `maxLength` beside a `pattern` is enough where the time grows with a power of the length.',
  },
  DEFAULT_INVALID: {
    title: 'A default that cannot be used',
    cause: 'A default must satisfy its own schema; a required or generated param has none.',
    fix: 'Correct the default, or remove it.',
  },
  VALUES_INVALID: {
    title: 'Another spelling that cannot be used',
    cause:
      '`values` gives texts another spelling. Each stands for a value that the param takes, and is no such value itself.',
    fix: 'Correct the spelling or what it stands for, or remove it.',
  },
  TYPE_UNKNOWN: {
    title: 'A type that is not declared',
    cause: '`$ref` names one of the `types` of integration.yaml.',
    fix: 'Correct the name, or declare the type.',
  },
  TYPE_CYCLE: {
    title: 'A type that contains itself',
    cause:
      'The schema of a param is written out in full, so it cannot be recursive; nor can a type be an alias of itself, or lead through more than 16 others.',
    fix: 'Write out what an alias stands for. In a param, write out the levels that callers need, the last with `type: object` alone.',
  },
  TYPE_TOO_LARGE: {
    title: 'A param that grows too large',
    cause:
      'The schema of a param is written out in full, each `$ref` replaced; it may come to 2,000 schemas.',
    fix: 'Describe less of the value, with `type: object` for the rest.',
  },
  TYPE_UNUSED: {
    title: 'A type that nothing uses',
    cause: 'No function refers to the type, directly or through another type.',
    fix: 'Refer to it, or delete it.',
  },
} as const satisfies Record<string, CatalogEntry>;
