import { setFlagsFromString } from 'node:v8';

/**
 * Lets Node 20 compile less of the generator a second time, for speed: a run ends before that has paid for itself,
 * and it takes a quarter of the processor time. Later versions wait longer by themselves.
 */
export function optimizeLate(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');
}
