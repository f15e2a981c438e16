// Generated from specs/sample-tool/integration.yaml by "pnpm generate". Do not edit.
import type { HostOperation } from '@kosmokrator/runtime';
import { getThingOperation } from './functions/get_thing.js';
import { listThingsOperation } from './functions/list_things.js';
import { sortOperation } from './functions/sort.js';
import { details } from './integration.js';

/** All operations by name, for hosts. */
export const operations: Readonly<Record<string, HostOperation>> = {
  get_thing: { ...getThingOperation, integration: details },
  list_things: { ...listThingsOperation, integration: details },
  sort: { ...sortOperation, integration: details },
};
