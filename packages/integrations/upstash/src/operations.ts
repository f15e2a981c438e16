// Generated from specs/upstash/integration.yaml by "pnpm generate". Do not edit.
import type { Operation } from '@kosmokrator/runtime';
import { deleteKeyOperation } from './functions/delete_key.js';
import { getCurrentUserOperation } from './functions/get_current_user.js';
import { getDatabaseOperation } from './functions/get_database.js';
import { getKeyOperation } from './functions/get_key.js';
import { listDatabasesOperation } from './functions/list_databases.js';
import { listKeysOperation } from './functions/list_keys.js';
import { setKeyOperation } from './functions/set_key.js';

/** All operations by name, for hosts. */
export const operations: Readonly<Record<string, Operation>> = {
  delete_key: deleteKeyOperation,
  get_current_user: getCurrentUserOperation,
  get_database: getDatabaseOperation,
  get_key: getKeyOperation,
  list_databases: listDatabasesOperation,
  list_keys: listKeysOperation,
  set_key: setKeyOperation,
};
