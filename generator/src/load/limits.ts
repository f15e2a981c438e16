/** What a native spec may measure at most. A file beyond a limit is refused with a diagnostic, never truncated. */
export const limits = {
  /** Most bytes of one file. */
  bytes: 2_000_000,
  /** Most levels of nested lists and mappings. */
  depth: 64,
  /** Scalars, lists and mappings of one file, with aliases expanded. */
  nodes: 500_000,
  aliases: 100,
} as const;
