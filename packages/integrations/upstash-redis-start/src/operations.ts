// Generated from specs/upstash-redis-start/integration.yaml by "pnpm generate". Do not edit.
import type { Operation } from '@kosmokrator/runtime';

export { details } from './integration.js';

/** For hosts: loads a single operation by its name. */
export const operations: Readonly<Record<string, () => Promise<Operation>>> = {
  create_database: async () => (await import('./functions/create_database.js')).createDatabaseOperation,
  get_database: async () => (await import('./functions/get_database.js')).getDatabaseOperation,
  get_metrics: async () => (await import('./functions/get_metrics.js')).getMetricsOperation,
  append_log: async () => (await import('./functions/append_log.js')).appendLogOperation,
  read_log: async () => (await import('./functions/read_log.js')).readLogOperation,
  push_job: async () => (await import('./functions/push_job.js')).pushJobOperation,
  pop_job: async () => (await import('./functions/pop_job.js')).popJobOperation,
  remember: async () => (await import('./functions/remember.js')).rememberOperation,
  recall: async () => (await import('./functions/recall.js')).recallOperation,
  command: async () => (await import('./functions/command.js')).commandOperation,
};
