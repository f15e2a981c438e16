import { setFlagsFromString } from 'node:v8';

/** Flags that V8 puts above the limits of a single worker, for instance from NODE_OPTIONS. */
const stronger = ['max-old-space-size', 'max-semi-space-size', 'max-heap-size'];

/**
 * Makes V8 respect the heap limits of the workers that are started from now on. It reads these flags when a heap is
 * made, so the heaps that exist keep their sizes. A worker of the program itself that is started later and has no limits
 * of its own gets V8's default.
 */
export function holdHeapLimits(): void {
  for (const flag of stronger) setFlagsFromString(`--${flag}=0`);
}
