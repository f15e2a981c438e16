/** The pages of the installed integrations, to list, search and read. */
export { createReference } from './create-reference.js';
export type { Reference } from './create-reference.js';
export type { PageEntry } from './write-pages.js';
