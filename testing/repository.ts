import { fileURLToPath, pathToFileURL } from 'node:url';

/** The repository's root, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

export const specsFolder = `${root}/specs`;
export const packagesFolder = `${root}/packages/integrations`;

export function packageFolder(integration: string): string {
  return `${packagesFolder}/${integration}`;
}

/** What to give to `import()` for a package's build: a path with a drive letter is no address of a module. */
export function packageModule(integration: string): string {
  return pathToFileURL(`${packageFolder(integration)}/dist/index.js`).href;
}
