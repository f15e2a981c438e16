// Generated from specs/sample-tool/integration.yaml by "pnpm generate". Do not edit.
import type { Operation } from '@kosmokrator/runtime';
import { getThingOperation } from './functions/get_thing.js';
import { listThingsOperation } from './functions/list_things.js';
import { sortOperation } from './functions/sort.js';

/** All operations by name, for hosts. */
export const operations: Readonly<Record<string, Operation>> = {
  get_thing: getThingOperation,
  list_things: listThingsOperation,
  sort: sortOperation,
};
