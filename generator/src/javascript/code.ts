/** JavaScript, and the names that it uses of the runtime's `parts` and `select`. */
export class Code {
  constructor(
    readonly code: string,
    /** Sorted. */
    readonly names: readonly string[],
  ) {}
}

/** Prints a call of a helper, or its name alone where there are no arguments, and remembers that it is needed. */
export type CallHelper = (helper: string, ...args: readonly string[]) => string;

/** Code that is printed with the helpers that it calls. */
export function writeCode(print: (call: CallHelper) => string): Code {
  const names = new Set<string>();
  const call: CallHelper = (helper, ...args) => {
    names.add(helper);
    return args.length > 0 ? `${helper}(${args.join(', ')})` : helper;
  };
  return new Code(print(call), [...names].toSorted());
}
