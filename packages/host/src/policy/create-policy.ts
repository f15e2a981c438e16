import type { KosmoError, Policy, PolicyRequest, RuntimeClock } from '@kosmokrator/runtime';
import { systemClock } from '@kosmokrator/runtime/internal';
import { type Approvals, createApprovals } from './approvals.js';
import { type Ask, askPerson } from './ask-person.js';
import { callHash } from './call-hash.js';
import { decide } from './decide.js';
import { checkPolicy } from './document/parse-policy.js';
import type { PolicyDocument } from './document/policy-document.js';
import { approvalRequired, cancelled, denied, saidNo } from './refusals.js';

export interface PolicyOptions {
  /** Default: no rules; reads are allowed, writes are asked about. */
  readonly document?: PolicyDocument;
  /** Where the document is, in messages: its path. Default: `the policy`. */
  readonly source?: string;
  /** There is no file at `source` yet, so messages show the whole file to create. Default: false. */
  readonly missing?: boolean;
  /** Answers every `ask` with yes. Has no effect on `deny`. */
  readonly yes?: boolean;
  readonly ask?: Ask;
  /** Where approvals are granted out of band: a call that lacks one leaves its question there. */
  readonly approvals?: Approvals;
  /** Another way to allow a call, for messages: `run with --yes`. */
  readonly otherWay?: string;
  /** For tests. */
  readonly clock?: Pick<RuntimeClock, 'now' | 'sleep'>;
}

/**
 * A policy from rules: the strictest of all that fit a call decides. `yes`, `ask` and `approvals` answer an `ask`;
 * nothing answers a `deny`. Throws a `PolicyError` for a document that is not one.
 */
export function createPolicy(options: PolicyOptions = {}): Policy {
  const { source = 'the policy', yes = false, ask, otherWay, clock = systemClock } = options;
  const document = checkPolicy(options.document ?? {}, source);
  const approvals = options.approvals ?? createApprovals({ clock });
  const place = { document, source, otherWay, missing: options.missing };

  return async (call) => {
    const decision = decide(document, call);
    if (decision.effect === 'allow') return;
    if (decision.effect === 'deny') throw denied(call, decision, place);
    if (yes) return;
    const approval = approvals.use(call);
    if (approval.ok) return;
    const required = (why: string): KosmoError => approvalRequired(call, decision, place, why);
    if (!ask) throw required(options.approvals ? leaveQuestion(call, approval.why) : nobody);
    const answer = await askPerson(call, ask, { approvals, clock });
    if (answer === 'late') throw required(`nobody answered within ${approvals.ttlMs / 1000} s`);
    if (answer === 'cancelled') throw cancelled(call);
    if (answer === 'no') throw saidNo(call);
  };

  function leaveQuestion(call: PolicyRequest, why: string): string {
    const hash = callHash(call);
    const id = approvals.pending().find((open) => open.hash === hash)?.id ?? approvals.request(call);
    return `${why}; a person can approve it by its id, ${id}`;
  }
}

const nobody = 'there is nobody to ask here';
