/** A folder in which packages are looked for, or which is one itself. */
export interface Place {
  readonly folder: string;
  /** The setting that names the place, for errors: a place that someone named has to be a folder. */
  readonly namedBy?: string;
  /** Why the code of a folder in this place is not used, in words that follow its path. Default: all of it is used. */
  readonly refuse?: (folder: string) => string | undefined;
}
