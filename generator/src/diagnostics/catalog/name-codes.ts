import type { CatalogEntry } from './catalog-entry.js';

/** Names, which each target spells in its own way. */
export const nameCodes = {
  NAME_INVALID: {
    title: 'A name of the wrong form',
    cause:
      'Names of functions, params, steps, credentials and APIs match `^[a-z][a-z0-9_]{0,63}$`, integrations `^[a-z][a-z0-9-]*$`, types `^[A-Z][A-Za-z0-9]*$`: forms that each target can spell.',
    fix: 'Rename it.',
  },
  NAME_MISMATCH: {
    title: 'Name and folder differ',
    cause: 'The folder is the name of its integration, in packages, namespaces and tools.',
    fix: 'Make `name` and the folder equal.',
  },
  NAME_RESERVED: {
    title: 'A reserved word as a name',
    cause:
      'The name is a word of Lua 5.1 to 5.4, of JavaScript or TypeScript, or means something else on some surface: a command of `kosmo`, a setting of a client such as `timeout_ms`, a member of every object such as `to_string`, a device such as `con` or `nul` on Windows.',
    fix: 'Choose another name.',
  },
  NAME_TOO_LONG: {
    title: 'A full name that clients refuse',
    cause:
      'The full name of a function, as in `upstash_get_key`, is the name of its tool. Clients put `mcp__kosmo__` before it and refuse more than 64 characters, so it has 52 at most.',
    fix: 'Shorten the name of the function.',
  },
  NAME_COLLISION: {
    title: 'Two names that become one',
    cause:
      'Each target spells names its own way: `get_key` is `getKey` in TypeScript. Two names that differ only by letter case or underscores meet on some surface.',
    fix: 'Rename one of them.',
  },
} as const satisfies Record<string, CatalogEntry>;
