/** Keys and indexes from a file's root: `['params', 'key', 'minLength']`. */
export type SpecPath = readonly (string | number)[];
