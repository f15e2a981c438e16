export { accountFromEnv, type Environment } from '@kosmokrator/runtime';
export { quoteText } from '@kosmokrator/runtime/internal';
export { brokenIntegration } from './catalog/broken-integration.js';
export { loadCatalog } from './catalog/catalog.js';
export type { InstalledFunction, InstalledIntegration } from './catalog/installed.js';
export type { Catalog, CatalogOptions } from './catalog/catalog.js';
export { createHost } from './host.js';
export type { AccountNames, AccountResolver, Host, HostCallOptions, HostOptions } from './host.js';
export { parseManifest } from './catalog/manifest.js';
export type { BrokenPackage, ShadowedPackage } from './catalog/package-index.js';
export type {
  FunctionSchemas,
  Manifest,
  ManifestCheck,
  ManifestCredential,
  ManifestFunction,
  ManifestNeeds,
  Schemas,
} from './catalog/manifest.js';
export * from './policy/index.js';
export type { RawReply, RawRequest } from './raw-request.js';
export { describeProblem, systemProblem } from './system-problem.js';
export { createRedactor } from './redactor/create-redactor.js';
export type { Redactor } from './redactor/create-redactor.js';
export type { RedactedStream } from './redactor/create-scanner.js';
