// Generated from specs/upstash/integration.yaml by "pnpm generate". Do not edit.
import type { HostOperation } from '@kosmokrator/runtime';
import { deleteKeyOperation } from './functions/delete_key.js';
import { getCurrentUserOperation } from './functions/get_current_user.js';
import { getDatabaseOperation } from './functions/get_database.js';
import { getKeyOperation } from './functions/get_key.js';
import { listDatabasesOperation } from './functions/list_databases.js';
import { listKeysOperation } from './functions/list_keys.js';
import { setKeyOperation } from './functions/set_key.js';
import { details } from './integration.js';

/** All operations by name, for hosts. */
export const operations: Readonly<Record<string, HostOperation>> = {
  delete_key: { ...deleteKeyOperation, integration: details },
  get_current_user: { ...getCurrentUserOperation, integration: details },
  get_database: { ...getDatabaseOperation, integration: details },
  get_key: { ...getKeyOperation, integration: details },
  list_databases: { ...listDatabasesOperation, integration: details },
  list_keys: { ...listKeysOperation, integration: details },
  set_key: { ...setKeyOperation, integration: details },
};
