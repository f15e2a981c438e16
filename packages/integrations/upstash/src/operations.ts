// Generated from specs/upstash/integration.yaml by "pnpm generate". Do not edit.
import type { Operation } from '@kosmokrator/runtime';

export { details } from './integration.js';

/** For hosts: loads a single operation by its name. */
export const operations: Readonly<Record<string, () => Promise<Operation>>> = {
  get_key: async () => (await import('./functions/get_key.js')).getKeyOperation,
  set_key: async () => (await import('./functions/set_key.js')).setKeyOperation,
  delete_key: async () => (await import('./functions/delete_key.js')).deleteKeyOperation,
  list_keys: async () => (await import('./functions/list_keys.js')).listKeysOperation,
  list_databases: async () => (await import('./functions/list_databases.js')).listDatabasesOperation,
  get_database: async () => (await import('./functions/get_database.js')).getDatabaseOperation,
  get_current_user: async () => (await import('./functions/get_current_user.js')).getCurrentUserOperation,
};
