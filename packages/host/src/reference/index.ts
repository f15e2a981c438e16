/**
 * The pages of the installed integrations, to list, search and read; and to read a package's `reference.json` and write
 * its pages without a catalog. Nothing here imports Node.
 */
export { createReference } from './create-reference.js';
export type { Reference, ReferenceCatalog } from './create-reference.js';
export type {
  ExampleReference,
  FieldReference,
  FunctionReference,
  IntegrationReference,
  ParamReference,
} from './pages/integration-reference.js';
export type { PageEntry } from './pages/page-entries.js';
export { parseReference } from './pages/parse-reference.js';
export type { IndexStore, KeptIndex, SpelledIndex } from '../stored/index-store.js';
export { functionPage, namespacePage } from './pages/write-pages.js';
