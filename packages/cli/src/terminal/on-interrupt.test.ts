import { afterEach, expect, test, vi } from 'vitest';
import { interrupt, onInterrupt } from './on-interrupt.js';

const { platform } = process;
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
  vi.restoreAllMocks();
});

test.each(['linux', 'darwin', 'win32'])('Ctrl-C on %s lets a command end by itself', (name) => {
  Object.defineProperty(process, 'platform', { value: name });
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const { signal, stop } = onInterrupt();
  interrupt();
  expect(signal.aborted).toBe(true);
  expect(kill).not.toHaveBeenCalled();
  stop();
});

test('where nothing listens, the process ends', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const listeners = process.listeners('SIGINT');
  process.removeAllListeners('SIGINT');
  interrupt();
  for (const listener of listeners) process.on('SIGINT', listener);
  expect(kill).toHaveBeenCalledWith(process.pid, 'SIGINT');
});
