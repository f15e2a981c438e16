import { wrongKind } from './wrong-kind.js';
import { loadIntegration } from './load-integration.js';
import { visibleEntries } from './visible-entries.js';
import { wholeFile } from './read-spec-file.js';
import type { Loaded } from './spec-file.js';
import type { SpecFiles } from './spec-files.js';

/** A folder of specs, whose integrations are loaded one by one. */
export interface Specs {
  /** In code-point order. Links and the like are among them, and refused when they are loaded; files are not. */
  readonly names: readonly string[];
  load(name: string): Promise<Loaded>;
}

/**
 * Opens a folder of specs. `packagesFolder` is where released packages are, for their versions; without it, every
 * version is `0.0.0`.
 */
export function openSpecs(files: SpecFiles, specsFolder: string, packagesFolder?: string | undefined): Specs {
  // The folder of specs itself may be a link: whoever runs this has named it.
  const entries = visibleEntries(files, `${specsFolder}/.`).filter(({ kind }) => kind !== 'file');
  const kinds = new Map(entries.map(({ name, kind }) => [name, kind]));
  const names = entries.flatMap(({ name, kind }) => (kind === 'folder' ? [name] : []));
  const end = specsFolder.lastIndexOf('/') + 1;
  const [root, base] = [specsFolder.slice(0, end), specsFolder.slice(end)];
  return {
    names: entries.map(({ name }) => name),
    async load(name) {
      const folder = `${base}/${name}`;
      const kind = kinds.get(name);
      if (kind === 'folder') return loadIntegration({ files, root, names, packagesFolder }, folder, name);
      const fault =
        kind === undefined
          ? wholeFile('INTEGRATION_UNKNOWN', `there is no integration \`${name}\``, folder)
          : wholeFile('FILE_KIND', wrongKind(name, kind, 'folder'), folder);
      return { diagnostics: [fault] };
    },
  };
}
