import type { Host } from '@kosmokrator/runtime/host';
import type { CallCounter } from './count-calls.js';
import type { Answer, FunctionCall } from './messages.js';

/** The walks over pages that a script has begun. Between two pages a walk holds no request, socket or timer. */
export interface PageWalks {
  /** Answers with the walk's number. Nothing is sent yet. */
  begin(call: FunctionCall): Promise<Answer>;
  /** Answers with the items of the next page, or null after the last. */
  next(walk: number): Promise<Answer>;
  leave(walk: number): Promise<Answer>;
}

interface Walk {
  readonly call: FunctionCall;
  readonly pages: AsyncGenerator<readonly unknown[], void, undefined>;
}

export function createPageWalks(host: Host, counter: CallCounter, signal: AbortSignal): PageWalks {
  const walks = new Map<number, Walk>();
  let begun = 0;

  return {
    begin: (call) =>
      counter.settle(async () => {
        const pages = host.eachBatch(call.function, call.args, { account: call.account, signal });
        begun += 1;
        walks.set(begun, { call, pages });
        return begun;
      }),
    async next(number) {
      const walk = walks.get(number);
      if (walk === undefined) return { ok: true, value: null };
      return counter.call(walk.call, async (takeBack) => {
        // One that fails is over, too.
        walks.delete(number);
        const { done, value } = await walk.pages.next();
        if (!done) walks.set(number, walk);
        else takeBack();
        return value ?? null;
      });
    },
    leave: (number) =>
      counter.settle(async () => {
        await walks.get(number)?.pages.return();
        walks.delete(number);
        return null;
      }),
  };
}
