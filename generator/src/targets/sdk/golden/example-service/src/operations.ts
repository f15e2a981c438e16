// Generated from specs/example-service/integration.yaml by "pnpm generate". Do not edit.
import type { Operation } from '@kosmokrator/runtime';

export { details } from './integration.js';

/** For hosts: loads a single operation by its name. */
export const operations: Readonly<Record<string, () => Promise<Operation>>> = {
  create_item: async () => (await import('./functions/create_item.js')).createItemOperation,
  delete_item: async () => (await import('./functions/delete_item.js')).deleteItemOperation,
  get_status: async () => (await import('./functions/get_status.js')).getStatusOperation,
  list_items: async () => (await import('./functions/list_items.js')).listItemsOperation,
  list_tags: async () => (await import('./functions/list_tags.js')).listTagsOperation,
  get_thing: async () => (await import('./functions/get_thing.js')).getThingOperation,
  sort: async () => (await import('./functions/sort.js')).sortOperation,
};
