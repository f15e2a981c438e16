// Generated from specs/planetscale/integration.yaml by "pnpm generate". Do not edit.
import type { Operation } from '@kosmokrator/runtime';

export { details } from './integration.js';

/** For hosts: loads a single operation by its name. */
export const operations: Readonly<Record<string, () => Promise<Operation>>> = {
  list_databases: async () => (await import('./functions/list_databases.js')).listDatabasesOperation,
  get_database: async () => (await import('./functions/get_database.js')).getDatabaseOperation,
  create_database: async () => (await import('./functions/create_database.js')).createDatabaseOperation,
  list_branches: async () => (await import('./functions/list_branches.js')).listBranchesOperation,
  get_branch: async () => (await import('./functions/get_branch.js')).getBranchOperation,
  list_organizations: async () =>
    (await import('./functions/list_organizations.js')).listOrganizationsOperation,
  get_current_user: async () => (await import('./functions/get_current_user.js')).getCurrentUserOperation,
};
