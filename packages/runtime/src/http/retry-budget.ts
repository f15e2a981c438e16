/**
 * What retries may cost, so that a service that is down gets hardly more requests than
 * one that is up: a bucket of 500 tokens for each integration, account and origin. A
 * retry takes 14 (5 when throttled), a success gives 1 back. An empty bucket ends
 * retries; first attempts are free. Shared by every call of the process by default.
 */
export class RetryBudget {
  // Tokens taken, by key; a full bucket has no entry.
  #taken = new Map<string, number>();

  /** Whether there was enough left. A cost below 0 gives back. */
  take(key: string, cost: number): boolean {
    const taken = (this.#taken.get(key) ?? 0) + cost;
    if (taken > 500) return false;
    if (taken > 0) this.#taken.set(key, taken);
    else this.#taken.delete(key);
    return true;
  }
}

export const sharedRetryBudget = new RetryBudget();
