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
