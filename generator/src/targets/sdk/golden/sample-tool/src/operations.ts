// Generated from specs/sample-tool/integration.yaml by "pnpm generate". Do not edit.
import type { Operation } from '@kosmokrator/runtime';

export { details } from './integration.js';

/** For hosts: loads a single operation by its name. */
export const operations: Readonly<Record<string, () => Promise<Operation>>> = {
  get_thing: async () => (await import('./functions/get_thing.js')).getThingOperation,
  list_things: async () => (await import('./functions/list_things.js')).listThingsOperation,
  sort: async () => (await import('./functions/sort.js')).sortOperation,
};
