/** An index as text: the entries of each term apart, since a search needs those of a few among thousands. */
export interface SpelledIndex {
  /** JSON of all but the entries. */
  readonly head: string;
  /** JSON by term. */
  readonly entries: ReadonlyMap<string, string>;
}

/** An index as it was kept. */
export interface KeptIndex {
  readonly head: string;
  readonly terms: readonly string[];
  /** The entries of a term. Throws where they are not what was kept. */
  entry(term: string): string;
}

/** Keeps an index between two runs of a program. */
export interface IndexStore {
  /** Undefined where none is kept, or one of other packages. */
  read(): KeptIndex | undefined;
  write(index: SpelledIndex): void;
}
