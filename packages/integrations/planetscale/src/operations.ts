// Generated from specs/planetscale/integration.yaml by "pnpm generate". Do not edit.
import type { Operation } from '@kosmokrator/runtime';

export { details } from './integration.js';

/** For hosts: loads one operation, by name, and no other. */
export const operations: Readonly<Record<string, () => Promise<Operation>>> = {
  create_database: async () => (await import('./functions/create_database.js')).createDatabaseOperation,
  get_branch: async () => (await import('./functions/get_branch.js')).getBranchOperation,
  get_current_user: async () => (await import('./functions/get_current_user.js')).getCurrentUserOperation,
  get_database: async () => (await import('./functions/get_database.js')).getDatabaseOperation,
  list_branches: async () => (await import('./functions/list_branches.js')).listBranchesOperation,
  list_databases: async () => (await import('./functions/list_databases.js')).listDatabasesOperation,
  list_organizations: async () =>
    (await import('./functions/list_organizations.js')).listOrganizationsOperation,
};
