interface Found {
  readonly code: number;
  readonly diagnostics: readonly object[];
  readonly changes: readonly object[];
}

/** What the generator found, as the error of an envelope. */
export class SpecsError extends Error {
  readonly code: string;
  readonly diagnostics: readonly object[];
  readonly changes: readonly object[];

  constructor({ code, diagnostics, changes }: Found) {
    const [kind, message] =
      diagnostics.length > 0
        ? ['invalid_specs', `the specs have ${count(diagnostics, 'mistake')}`]
        : changes.length > 0
          ? ['out_of_date', `${count(changes, 'package')} must be generated again: run kosmo generate`]
          : code === 2
            ? ['usage', 'the generator does not understand its command line; see standard error']
            : ['failed', 'the generator failed; see standard error'];
    super(message);
    this.code = kind!;
    this.diagnostics = diagnostics;
    this.changes = changes;
  }
}

function count({ length }: readonly object[], noun: string): string {
  return `${length} ${noun}${length === 1 ? '' : 's'}`;
}
