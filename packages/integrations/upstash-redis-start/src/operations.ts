// Generated from specs/upstash-redis-start/integration.yaml by "pnpm generate". Do not edit.
import type { HostOperation } from '@kosmokrator/runtime';
import { appendLogOperation } from './functions/append_log.js';
import { commandOperation } from './functions/command.js';
import { createDatabaseOperation } from './functions/create_database.js';
import { getDatabaseOperation } from './functions/get_database.js';
import { getMetricsOperation } from './functions/get_metrics.js';
import { popJobOperation } from './functions/pop_job.js';
import { pushJobOperation } from './functions/push_job.js';
import { readLogOperation } from './functions/read_log.js';
import { recallOperation } from './functions/recall.js';
import { rememberOperation } from './functions/remember.js';
import { details } from './integration.js';

/** All operations by name, for hosts. */
export const operations: Readonly<Record<string, HostOperation>> = {
  append_log: { ...appendLogOperation, integration: details },
  command: { ...commandOperation, integration: details },
  create_database: { ...createDatabaseOperation, integration: details },
  get_database: { ...getDatabaseOperation, integration: details },
  get_metrics: { ...getMetricsOperation, integration: details },
  pop_job: { ...popJobOperation, integration: details },
  push_job: { ...pushJobOperation, integration: details },
  read_log: { ...readLogOperation, integration: details },
  recall: { ...recallOperation, integration: details },
  remember: { ...rememberOperation, integration: details },
};
