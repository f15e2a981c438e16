/** Handed to the prelude, which runs them. */
export const preludeParts = ['failure', 'integrations', 'docs', 'regex'] as const;

/** Files in `prelude/` without their ending. */
export const sourceNames = ['json', 'format', 'sandbox', 'prelude', ...preludeParts] as const;

/** The package's own Lua by file name, as bytecode. */
export type Sources = { readonly [name in (typeof sourceNames)[number]]: Uint8Array };
