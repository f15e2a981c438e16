/** The disk, or what lies on it, keeps the output from being written. The user can act on the message. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** Node's error code, such as `ENOENT`; undefined for other errors. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Whether an error comes from the disk or from what lies on it, and not from a bug. */
export function isAboutDisk(error: unknown): error is Error {
  return error instanceof OutputError || (error instanceof Error && 'syscall' in error);
}
