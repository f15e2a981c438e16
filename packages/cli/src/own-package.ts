import { readFileSync } from 'node:fs';

/** What the command's `package.json` says of it. Links are there only where it was packed with those of the project. */
export interface OwnPackage {
  readonly version: string;
  /** The versions of Node that it runs on. */
  readonly engines: { readonly node: string };
  readonly homepage?: string;
  readonly bugs?: string | { readonly url: string };
}

export function readOwnPackage(): OwnPackage {
  return JSON.parse(readOwnFile('package.json')) as OwnPackage;
}

/** The text of a file of this package. */
export function readOwnFile(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

/** Where to read more, for `--help`; empty when nobody has set it. */
export function moreHelp({ homepage }: Omit<OwnPackage, 'engines'>): string {
  return homepage === undefined ? '' : `\nDocumentation: ${homepage}`;
}

/** Where to report a fault: ` at ADDRESS`, or nothing. */
export function reportPlace({ bugs }: Omit<OwnPackage, 'engines'>): string {
  const url = typeof bugs === 'string' ? bugs : bugs?.url;
  return url === undefined ? '' : ` at ${url}`;
}
