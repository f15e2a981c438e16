// Generated from specs/planetscale/integration.yaml by "pnpm generate". Do not edit.
import type { Operation } from '@kosmokrator/runtime';
import { createDatabaseOperation } from './functions/create_database.js';
import { getBranchOperation } from './functions/get_branch.js';
import { getCurrentUserOperation } from './functions/get_current_user.js';
import { getDatabaseOperation } from './functions/get_database.js';
import { listBranchesOperation } from './functions/list_branches.js';
import { listDatabasesOperation } from './functions/list_databases.js';
import { listOrganizationsOperation } from './functions/list_organizations.js';

/** All operations by name, for hosts. */
export const operations: Readonly<Record<string, Operation>> = {
  create_database: createDatabaseOperation,
  get_branch: getBranchOperation,
  get_current_user: getCurrentUserOperation,
  get_database: getDatabaseOperation,
  list_branches: listBranchesOperation,
  list_databases: listDatabasesOperation,
  list_organizations: listOrganizationsOperation,
};
