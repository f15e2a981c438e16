import type { Host } from '@kosmokrator/host';
import type { Progress } from '../terminal/show-progress.js';

/** One call, ready to be made. */
export interface ReadyCall {
  readonly host: Host;
  readonly fn: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly options: {
    readonly account: string;
    readonly timeoutMs: number | undefined;
    readonly signal: AbortSignal;
  };
  readonly paged: boolean;
  readonly progress: Progress;
  /** The call is over: what takes time from now on is not its own. */
  stop(): void;
}
