import type { Manifest, ManifestFunction } from './manifest.js';
import type { Place } from './places/place.js';

/** One installed integration. */
export interface InstalledIntegration {
  readonly manifest: Manifest;
  /** The folder of the package, with links resolved. */
  readonly folder: string;
  /** Why a file or folder of it would not be used; absent where all of its place is. */
  readonly refuse?: Place['refuse'];
}

/** One function of an installed integration. */
export interface InstalledFunction {
  readonly integration: InstalledIntegration;
  readonly function: ManifestFunction;
}
