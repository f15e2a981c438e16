import { join } from 'node:path';
import { type Generated, generateOne, type OneOptions } from '../../pipeline/generate-one.js';
import { type FormattedDigests, reuseFormatted } from './reuse-formatted.js';

/** A package, and what the next run can reuse of it. */
export interface Reusable extends Generated {
  readonly formatted: FormattedDigests;
}

/** Generates one integration as `generateOne` does, and takes over the files on disk that would be formatted to the same bytes. */
export async function generateReusing(
  name: string,
  options: OneOptions,
  known: FormattedDigests,
): Promise<Reusable> {
  const { format, digests } = reuseFormatted(join(options.packagesFolder, name), known);
  return { ...(await generateOne(name, { ...options, format })), formatted: digests };
}
