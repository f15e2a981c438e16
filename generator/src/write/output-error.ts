/** The disk, or what lies on it, keeps the output from being written. The user can act on the message. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** Node's error code, such as `ENOENT`; undefined for other errors. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
