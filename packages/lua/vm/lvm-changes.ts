/**
 * The changes to the interpreter's loop, `lvm.c`: what stands there, and what stands there instead. Nobody sets a debug
 * hook here, so the loop need not ask before each instruction whether there is one. What else that question served for,
 * a stack that has moved, is settled where it can have moved.
 */
export const lvmChanges: readonly (readonly [string, string])[] = [
  ['#define updatetrap(ci)  (trap = ci->u.l.trap)', '#define updatetrap(ci)  updatebase(ci)'],
  ['{ if (l_unlikely(trap)) { updatebase(ci); ra = RA(i); } }', '{ updatebase(ci); ra = RA(i); }'],
  ['{ pc += GETARG_sJ(i) + e; updatetrap(ci); }', '{ pc += GETARG_sJ(i) + e; }'],
  [
    `  if (l_unlikely(trap)) {  /* stack reallocation or hooks? */ \\
    trap = luaG_traceexec(L, pc);  /* handle hooks */ \\
    updatebase(ci);  /* correct stack */ \\
  } \\
`,
    '  trap = 0; \\\n',
  ],
  ['        updatetrap(ci);  /* allows a signal to break the loop */\n', ''],
];

/** The source with them. Throws when one has no place, or more than one. */
export function changeLvm(source: string): string {
  return lvmChanges.reduce((changed, [from, to]) => {
    const [before, after, ...more] = changed.split(from);
    if (after === undefined || more.length > 0) throw new Error(`lvm.c has not one place of: ${from}`);
    return `${before}${to}${after}`;
  }, source);
}
