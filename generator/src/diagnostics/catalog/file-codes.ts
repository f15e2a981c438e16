import type { CatalogEntry } from './catalog-entry.js';

/** Folders and files, before their text is read. */
export const fileCodes = {
  FILE_EMPTY: {
    title: 'A file is empty',
    cause: 'The file holds nothing but blanks and comments.',
    fix: 'Write the spec, or delete the file.',
  },
  FILE_ENCODING: {
    title: 'A file is not plain UTF-8',
    cause: 'Specs are UTF-8 without a byte order mark, so that positions and bytes mean the same everywhere.',
    fix: 'Save the file as UTF-8 without a byte order mark.',
  },
  FILE_ERRORS_CUT: {
    title: 'More errors than are shown',
    cause: 'At most 100 errors of a file are shown.',
    fix: 'Correct those that are shown, and check again.',
  },
  FILE_KIND: {
    title: 'A link, or another kind of entry than is read there',
    cause:
      'Specs are plain files in plain folders. A symbolic link could bring any file of the machine that generates into what is published, so none is followed; a named pipe or a device is not read either.',
    fix: 'Put the file or folder itself there.',
  },
  FILE_TOO_LARGE: {
    title: 'A file is too large',
    cause: 'A spec file may have 2 MB. It is refused before it is read.',
    fix: 'Split the function, or shorten its examples.',
  },
  FILE_UNEXPECTED: {
    title: 'A file that nothing reads',
    cause:
      'An integration folder holds integration.yaml, functions/*.yaml, overview.md and icon.svg. A file of another name, such as *.yml, would be passed over in silence. Hidden files are left alone.',
    fix: 'Rename the file to `<function>.yaml`, or move it elsewhere.',
  },
  PACKAGE_JSON_BROKEN: {
    title: 'A package.json that is not JSON',
    cause:
      'The release tool keeps the version of a generated package in its package.json, which the generator reads before it writes the file anew. Conflict markers of Git are the usual reason.',
    fix: 'Take one side of the conflict, or restore the file (`git checkout`), and generate again.',
  },
  INTEGRATION_MISSING: {
    title: 'A folder without integration.yaml',
    cause: 'Each folder below specs is one integration and begins with integration.yaml.',
    fix: 'Add integration.yaml, or delete the folder.',
  },
  INTEGRATION_UNKNOWN: {
    title: 'No such integration',
    cause: 'A name that was asked for is no folder below specs.',
    fix: 'Use the name of a folder below specs.',
  },
  FUNCTIONS_MISSING: {
    title: 'An integration without functions',
    cause: 'The functions folder is missing or empty.',
    fix: 'Add functions/<name>.yaml.',
  },
} as const satisfies Record<string, CatalogEntry>;
