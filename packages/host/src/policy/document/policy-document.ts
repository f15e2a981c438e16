/** What happens to a call. Where rules disagree, `deny` beats `ask`, and `ask` beats `allow`. */
export type Effect = 'allow' | 'ask' | 'deny';

/** From the strictest to the mildest. */
export const effects = ['deny', 'ask', 'allow'] as const satisfies readonly Effect[];

/** One rule. It holds for a call that fits all that it names; it names at least one of the four. */
export interface PolicyRule {
  readonly effect: Effect;
  /** `upstash`. Default: every integration. */
  readonly integration?: string;
  /** `set_key`, or in full `upstash_set_key`. Default: every function. */
  readonly function?: string;
  /** `default`, or a name that the user gave. Default: every account. */
  readonly account?: string;
  /** Default: reads and writes. */
  readonly operation?: 'read' | 'write';
  /** Shown to whoever made the call. */
  readonly reason?: string;
}

/** A user's policy: plain data, as `policy.json` holds it. */
export interface PolicyDocument {
  readonly rules?: readonly PolicyRule[];
  /** For calls that no rule fits. Default: reads are allowed, writes are asked about. */
  readonly defaults?: { readonly read?: Effect; readonly write?: Effect };
}

export const defaultEffects = { read: 'allow', write: 'ask' } as const satisfies PolicyDocument['defaults'];
