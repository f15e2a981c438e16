import { fileURLToPath } from 'node:url';

/** The repository's root, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

export const specsFolder = `${root}/specs`;
export const packagesFolder = `${root}/packages/integrations`;

export function packageFolder(integration: string): string {
  return `${packagesFolder}/${integration}`;
}
