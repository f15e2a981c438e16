// Generated from specs/sample-tool/integration.yaml by "pnpm generate". Do not edit.

/** One thing. */
export interface Thing {
  /** Its name. */
  name: string;
  /** How large it is. */
  kind?: 'small' | 'large' | 3 | null;
  parent?: Thing | null;
  tags?: string[] | null;
  [key: string]: unknown;
}
