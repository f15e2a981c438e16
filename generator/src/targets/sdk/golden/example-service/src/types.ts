// Generated from specs/example-service/integration.yaml by "pnpm generate". Do not edit.

/** One item. */
export interface Item {
  /** Id of the item. */
  database_id: string;
  /** A note | with `code`. */
  note?: string | null;
  /** Its tags. */
  tags?: string[];
  /** Its size. */
  size?: {
    /** In bytes. */
    bytes?: number;
    /** Last byte. */
    until?: string | null;
    [key: string]: unknown;
  };
  parent?: Item;
  [key: string]: unknown;
}

/** How much. */
export type Level = 'low' | 'high';

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
