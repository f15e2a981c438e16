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
