/** A folder whose packages the user has said to trust. */
export interface TrustedFolder {
  /** With no link on it. */
  readonly path: string;
  /** Number of the user to whom it belonged then; null on Windows, which tells none. */
  readonly owner: number | null;
}
