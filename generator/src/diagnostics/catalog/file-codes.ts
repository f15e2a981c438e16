import type { CatalogEntry } from './catalog-entry.js';

/** Folders and files, before their text is read. */
export const fileCodes = {
  FILE_EMPTY: {
    title: 'Empty file',
    cause: 'The file contains only white space and comments.',
    fix: 'Write the spec, or delete the file.',
  },
  FILE_ENCODING: {
    title: 'File is not plain UTF-8',
    cause: 'Specs must be UTF-8 without a byte order mark.',
    fix: 'Save the file as UTF-8 without a byte order mark.',
  },
  FILE_ERRORS_CUT: {
    title: 'More errors than shown',
    cause: 'The generator shows at most 100 errors for each file.',
    fix: 'Fix the errors that are shown, then run the command again.',
  },
  FILE_KIND: {
    title: 'Symbolic link or special file',
    cause:
      'Specs must be regular files in regular folders. The generator does not follow symbolic links, because a link could publish any file on your machine. It does not read named pipes and devices either.',
    fix: 'Replace it with a regular file or folder.',
  },
  FILE_TOO_LARGE: {
    title: 'File too large',
    cause: 'A spec file can have at most 2 MB. The generator does not read larger files.',
    fix: 'Split the function into several, or shorten its examples.',
  },
  FILE_UNEXPECTED: {
    title: 'Unexpected file',
    cause:
      'The folder of an integration contains integration.yaml, functions/*.yaml, overview.md and icon.svg. Files with other names, such as *.yml, are not read. Hidden files are ignored.',
    fix: 'Rename the file to `<function>.yaml`, or move it elsewhere.',
  },
  PACKAGE_JSON_BROKEN: {
    title: 'Unreadable package.json',
    cause:
      'The package.json of a generated package contains its version, so the generator reads the file before it replaces it. It must be a file of valid JSON. The usual reason for invalid JSON is a Git conflict that is not resolved.',
    fix: 'Resolve the conflict, or restore the file with `git checkout`. Then generate again.',
  },
  INTEGRATION_MISSING: {
    title: 'No integration.yaml',
    cause: 'Each folder in specs is one integration and needs an integration.yaml.',
    fix: 'Add integration.yaml, or delete the folder.',
  },
  INTEGRATION_UNKNOWN: {
    title: 'Unknown integration',
    cause: 'The folder specs does not contain a folder with the name after `--only`.',
    fix: 'Use the name of a folder in specs.',
  },
  FUNCTIONS_MISSING: {
    title: 'No functions',
    cause: 'The functions folder is missing or empty.',
    fix: 'Add a file functions/<name>.yaml.',
  },
} as const satisfies Record<string, CatalogEntry>;
