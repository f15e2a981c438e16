/** A mistake on the command line. Shown in one line, exit code 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
  readonly code = 'usage';
  /** The word that the line of the error begins with. */
  readonly label: string = 'usage';
}

/** A file, a folder, a package or a setting that cannot be used, while the command line is right. Exit code 2, too. */
export class UnusableError extends UsageError {
  override readonly name = 'UnusableError';
  override readonly label = 'error';
}
