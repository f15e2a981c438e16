/** What the documentation says of one code. */
export interface CatalogEntry {
  /** The rule, in a few words. */
  readonly title: string;
  /** Why it is a rule, and when the code comes. */
  readonly cause: string;
  /** What to do, unless the diagnostic itself knows better. */
  readonly fix: string;
}
