/**
 * Ends what runs as Ctrl-C does, for a part of the command that reads the key itself. On Windows a signal that a process
 * sends to itself would end it at once, before it has put anything in order.
 */
export function interrupt(): void {
  if (!process.emit('SIGINT')) process.kill(process.pid, 'SIGINT');
}

/** A signal that aborts on Ctrl-C or SIGTERM, until `stop`. */
export function onInterrupt(): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, abort);
  return {
    signal: controller.signal,
    stop() {
      for (const signal of signals) process.off(signal, abort);
    },
  };
}
