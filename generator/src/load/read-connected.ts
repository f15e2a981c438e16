import { readSpecFile } from './read-spec-file.js';
import type { ConnectedCredentials, SpecFile } from './spec-file.js';
import type { SpecFiles } from './spec-files.js';

type Mapping = Readonly<Record<string, unknown>>;

/**
 * The credentials of those integrations that functions connect. Nothing has been checked yet: what is not of the right
 * form is passed over here, and told of where it belongs.
 */
export async function readConnected(
  {
    files,
    root,
    names,
  }: { readonly files: SpecFiles; readonly root: string; readonly names: readonly string[] },
  specsFolder: string,
  functions: readonly SpecFile[],
): Promise<ConnectedCredentials> {
  const wanted = new Set(functions.flatMap(({ value }) => connectedNames(value)));
  const connected = new Map<string, Readonly<Record<string, Mapping>>>();
  for (const name of names.filter((one) => wanted.has(one))) {
    const { file } = await readSpecFile(files, `${root}${specsFolder}/${name}/integration.yaml`, name);
    // What could not be read is told of at its own file, and nothing is known of its credentials.
    const { credentials: read = {} } = mapping(file?.value);
    if (!file || !isMapping(read)) continue;
    const entries = Object.entries(read).map(([field, value]) => [field, mapping(value)] as const);
    connected.set(name, Object.fromEntries(entries));
  }
  return connected;
}

function connectedNames(value: unknown): string[] {
  return Object.keys(mapping(mapping(mapping(value)['connects'])['credentials']));
}

function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
