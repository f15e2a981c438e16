import type { CatalogEntry } from './catalog-entry.js';

/** Names, which each target spells in its own way. */
export const nameCodes = {
  NAME_INVALID: {
    title: 'Invalid name',
    cause:
      'Names of functions, params, steps, credentials and APIs must match `^[a-z][a-z0-9_]{0,63}$`, names of integrations `^[a-z][a-z0-9-]*$`, and names of types `^[A-Z][A-Za-z0-9]*$`. Such names are valid in TypeScript, Lua and MCP.',
    fix: 'Rename it.',
  },
  NAME_MISMATCH: {
    title: 'Name differs from the folder',
    cause:
      '`name` in integration.yaml must be the name of the folder. Packages, Lua namespaces and MCP tools use it too.',
    fix: 'Change `name`, or rename the folder.',
  },
  NAME_RESERVED: {
    title: 'Reserved name',
    cause:
      'The name already means something else. It is a reserved word of Lua, JavaScript or TypeScript, a command of `kosmo`, a client setting such as `timeout_ms`, a member of every JavaScript object such as `to_string`, or a device on Windows such as `con` or `nul`.',
    fix: 'Choose another name.',
  },
  NAME_TOO_LONG: {
    title: 'Full name too long',
    cause:
      'The full name of a function, such as `upstash_get_key`, is also the name of its MCP tool. Clients add `mcp__kosmo__` in front and allow 64 characters in total, so a full name can have at most 52.',
    fix: 'Shorten the name of the function.',
  },
  NAME_COLLISION: {
    title: 'Name collision',
    cause:
      'The function `get_key` is `getKey` in TypeScript. Two names that differ only in letter case or underscores can become the same name there.',
    fix: 'Rename one of them.',
  },
} as const satisfies Record<string, CatalogEntry>;
