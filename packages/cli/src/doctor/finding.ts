/** What a check found. */
export interface Finding {
  /** The check: `packages`. */
  readonly check: string;
  /** A warning is worth knowing, a problem makes calls fail. */
  readonly status: 'ok' | 'warning' | 'problem';
  readonly message: string;
  /** What to do about it; null where nothing is to be done. */
  readonly fix: string | null;
}

/** One part of `kosmo doctor`. It finds something in any case, and throws for nothing that it checks. */
export type Check = (surroundings: Surroundings) => readonly Finding[] | Promise<readonly Finding[]>;

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** `v20.19.0`. */
  readonly nodeVersion: string;
}
