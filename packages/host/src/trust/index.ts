export { openTrustStore } from './trust-store.js';
export type { ListedFolder, TrustStore } from './trust-store.js';
export type { TrustedFolder } from './trusted-folder.js';
