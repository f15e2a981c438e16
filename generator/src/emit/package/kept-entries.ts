/**
 * Entries of a package's folder that others own: the package manager, the compiler, the release
 * tool and the task runner. They move along when a package is replaced, and no target may emit them.
 */
export const keptEntries: readonly string[] = ['node_modules', 'dist', 'CHANGELOG.md', '.turbo'];
