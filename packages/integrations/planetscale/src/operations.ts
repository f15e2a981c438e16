// Generated from specs/planetscale/integration.yaml by "pnpm generate". Do not edit.
import type { HostOperation } from '@kosmokrator/runtime';
import { createDatabaseOperation } from './functions/create_database.js';
import { getBranchOperation } from './functions/get_branch.js';
import { getCurrentUserOperation } from './functions/get_current_user.js';
import { getDatabaseOperation } from './functions/get_database.js';
import { listBranchesOperation } from './functions/list_branches.js';
import { listDatabasesOperation } from './functions/list_databases.js';
import { listOrganizationsOperation } from './functions/list_organizations.js';
import { details } from './integration.js';

/** All operations by name, for hosts. */
export const operations: Readonly<Record<string, HostOperation>> = {
  create_database: { ...createDatabaseOperation, integration: details },
  get_branch: { ...getBranchOperation, integration: details },
  get_current_user: { ...getCurrentUserOperation, integration: details },
  get_database: { ...getDatabaseOperation, integration: details },
  list_branches: { ...listBranchesOperation, integration: details },
  list_databases: { ...listDatabasesOperation, integration: details },
  list_organizations: { ...listOrganizationsOperation, integration: details },
};
