import { randomUUID } from 'node:crypto';
import type { PolicyRequest, RuntimeClock } from '@kosmokrator/runtime';
import { systemClock } from '@kosmokrator/runtime/internal';
import { callHash } from './call-hash.js';
import { fullName } from './decide.js';
import { describeCall } from './describe-call.js';

/** A call that waits for a person's yes. */
export interface PendingApproval {
  readonly id: string;
  /** The hash of the call that the approval is bound to; see `callHash`. */
  readonly hash: string;
  /** `upstash_set_key`. */
  readonly function: string;
  readonly account: string;
  /** The whole question, in printable characters. */
  readonly text: string;
  /** Milliseconds until it expires. */
  readonly expires_in_ms: number;
}

/**
 * Approvals of single calls. Each is bound to function, account and arguments, holds for one call, and expires. For
 * hosts that ask out of band: show `pending()` to a person, `grant` what they permit, and let the caller repeat it.
 */
export interface Approvals {
  /** How long a question stays open, and then how long a granted approval waits for its call. */
  readonly ttlMs: number;
  /** Asks for an approval of this call; gives its id. */
  request(call: PolicyRequest): string;
  /** Permits the call once, by the id of its question or by its hash. Throws when no open question has it. */
  grant(idOrHash: string): void;
  /** Closes a question with a no. */
  refuse(id: string): void;
  /** Uses up the approval of exactly this call; otherwise, says why there is none to use. */
  use(call: PolicyRequest): { readonly ok: true } | { readonly ok: false; readonly why: string };
  /** Open questions, oldest first. */
  pending(): PendingApproval[];
}

export interface ApprovalOptions {
  /** Default: 120,000. */
  readonly ttlMs?: number;
  /** For tests. */
  readonly clock?: Pick<RuntimeClock, 'now'>;
}

type State = 'open' | 'granted' | 'used' | 'refused';

interface Entry {
  readonly id: string;
  readonly hash: string;
  readonly function: string;
  readonly account: string;
  readonly text: string;
  state: State;
  expires: number;
}

/** Ended ones are kept for a while, to say why they no longer hold. */
const mostEntries = 1000;

export function createApprovals({ ttlMs = 120_000, clock = systemClock }: ApprovalOptions = {}): Approvals {
  const entries = new Map<string, Entry>();
  const isExpired = (entry: Entry) => clock.now() >= entry.expires;
  const open = () => [...entries.values()].filter((entry) => entry.state === 'open' && !isExpired(entry));

  function makeRoom(): void {
    if (entries.size < mostEntries) return;
    const ended = [...entries.values()].find((entry) => entry.state !== 'granted' || isExpired(entry));
    entries.delete((ended ?? entries.values().next().value!).id);
  }

  return {
    ttlMs,
    request(call) {
      makeRoom();
      const id = randomUUID();
      const text = describeCall(call);
      const names = { function: fullName(call.operation), account: call.account };
      entries.set(id, {
        id,
        hash: callHash(call),
        ...names,
        text,
        state: 'open',
        expires: clock.now() + ttlMs,
      });
      return id;
    },
    grant(idOrHash) {
      const entry = entries.get(idOrHash) ?? open().find(({ hash }) => hash === idOrHash);
      if (!entry) throw new Error('no open question has this id or hash; make the call again');
      if (entry.state !== 'open') throw new Error(`this question is closed: it was ${entry.state}`);
      if (isExpired(entry))
        throw new Error(`this question expired after ${ttlMs / 1000} s; make the call again`);
      entry.state = 'granted';
      entry.expires = clock.now() + ttlMs;
    },
    refuse(id) {
      const entry = entries.get(id);
      if (entry?.state === 'open') entry.state = 'refused';
    },
    use(call) {
      const hash = callHash(call);
      const same = [...entries.values()].filter((entry) => entry.hash === hash);
      const granted = same.find((entry) => entry.state === 'granted' && !isExpired(entry));
      if (!granted) return { ok: false, why: whyNone(call, same) };
      granted.state = 'used';
      return { ok: true };
    },
    pending: () =>
      open().map(({ id, hash, function: fn, account, text, expires }) => {
        return { id, hash, function: fn, account, text, expires_in_ms: expires - clock.now() };
      }),
  };

  function whyNone({ operation, account }: PolicyRequest, same: readonly Entry[]): string {
    const latest = same.at(-1);
    if (latest && latest.state !== 'used' && latest.state !== 'refused' && isExpired(latest))
      return `its approval expired after ${ttlMs / 1000} s`;
    if (latest) return endings[latest.state];
    const granted = [...entries.values()].filter((entry) => entry.state === 'granted' && !isExpired(entry));
    const ofFunction = granted.filter((entry) => entry.function === fullName(operation));
    if (ofFunction.some((entry) => entry.account === account)) return 'it was approved with other arguments';
    if (ofFunction.length > 0) return 'it was approved for another account';
    return 'it has not been approved';
  }
}

const endings: Record<State, string> = {
  open: 'it is waiting for approval',
  granted: 'it is waiting for approval',
  used: 'its approval was used, and an approval allows only one call',
  refused: 'approval was refused',
};
