import { project } from './project.js';

/** `value[]`: a list with its inner lists opened up by one level, nulls left out. Null for what is no list. */
export function flatten(value: unknown): unknown[] | null {
  return Array.isArray(value) ? project((value as readonly unknown[]).flat()) : null;
}
