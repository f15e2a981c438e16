import type { Host } from '@kosmokrator/host';
import type { CallCounter } from './count-calls.js';
import { limitError, type Limits } from '../bridge/limits.js';
import type { Answer, FunctionCall } from '../bridge/messages.js';

/** The walks over pages that a script has begun. Between two pages a walk holds no request, socket or timer. */
export interface PageWalks {
  /**
   * Answers with the walk's number. Nothing is sent yet; what it costs is what its first page would. With as many walks
   * open as may be, answers with null, or ends the script when this is the last try.
   */
  begin(question: { readonly call: FunctionCall; readonly lastTry: boolean }): Promise<Answer>;
  /** Answers with the items of the next page, or null after the last. */
  next(walk: number): Promise<Answer>;
  leave(walk: number): Promise<Answer>;
}

interface Walk {
  readonly call: FunctionCall;
  readonly pages: AsyncGenerator<readonly unknown[], void, undefined>;
  /** True once the first page is read, which was counted when the walk began. */
  readonly prepaid: boolean;
}

interface Surroundings {
  readonly host: Host;
  readonly limits: Pick<Limits, 'walks'>;
  readonly counter: CallCounter;
  /** Ends the script. Its signal also ends requests under way. */
  readonly stop: AbortController;
}

/** Walks begun in this process. A session may still hold a number of an earlier script, which must be no other walk's. */
let begun = 0;

export function createPageWalks({ host, limits, counter, stop }: Surroundings): PageWalks {
  const { signal } = stop;
  const walks = new Map<number, Walk>();

  async function begin(call: FunctionCall): Promise<number> {
    const pages = host.eachBatch(call.function, call.args, { account: call.account, signal });
    begun += 1;
    walks.set(begun, { call, pages, prepaid: true });
    return begun;
  }

  return {
    async begin({ call, lastTry }) {
      if (walks.size < limits.walks) return counter.count(() => begin(call));
      if (lastTry) stop.abort(limitError('walks', limits.walks));
      return counter.settle(async () => null);
    },
    async next(number) {
      const walk = walks.get(number);
      if (walk === undefined) return { ok: true, value: null };
      const { call, pages, prepaid } = walk;
      const ask = async (takeBack: () => void) => {
        // One that fails is over, too.
        walks.delete(number);
        const { done, value } = await pages.next();
        if (!done) walks.set(number, { call, pages, prepaid: false });
        else takeBack();
        return value ?? null;
      };
      return counter.call(call, ask, { prepaid });
    },
    leave: (number) =>
      counter.settle(async () => {
        await walks.get(number)?.pages.return();
        walks.delete(number);
        return null;
      }),
  };
}
