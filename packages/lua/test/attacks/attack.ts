import type { Limits } from '../../dist/index.js';
import type { AnswerCall } from '../../testing/answered-host.js';

export const groupNames = ['escape', 'cpu', 'memory', 'growth', 'bridge', 'policy'] as const;

export type GroupName = (typeof groupNames)[number];

/** One hostile script, and how it has to end. */
export interface Attack {
  readonly name: string;
  readonly script: string;
  readonly holds: Outcome;
  /** What the host answers to its calls. Default: the arguments. Has no effect on policy attacks. */
  readonly answer?: AnswerCall;
}

/** The one end that is not an escape: a result, an error of the script, or a limit. */
export type Outcome =
  | { readonly result: unknown }
  | { readonly code: string; readonly message?: string }
  | { readonly limit: keyof Limits };

/** Scripts against one part of the sandbox, with limits that let them end soon. */
export interface AttackGroup {
  readonly name: GroupName;
  readonly limits: Partial<Limits> & Pick<Limits, 'timeoutMs'>;
  /** Lua in front of each script, on its first line. */
  readonly before?: string;
  readonly attacks: readonly Attack[];
}
