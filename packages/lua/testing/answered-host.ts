import { createHost, loadCatalog, type Host } from '@kosmokrator/host';
import { installParcel } from '@kosmokrator/testing/parcel/install-parcel';

export interface Call {
  readonly name: string;
  readonly args: unknown;
  readonly account: string | undefined;
  readonly signal: AbortSignal | undefined;
}

export type AnswerCall = (call: Call) => unknown;

/**
 * A host of the parcel package whose calls are answered here, by default with their own arguments. A walk has pages of one
 * answer each, and no end.
 */
export function openAnsweredHost(answer: AnswerCall = ({ args }) => args) {
  const installed = installParcel();
  const catalog = loadCatalog({ folders: [installed.folder] });
  const host: Host = {
    ...createHost({ catalog, env: {} }),
    call: async (name, args, { account, signal } = {}) => answer({ name, args, account, signal }),
    async *eachBatch(name, args, { account, signal } = {}) {
      while (true) yield [await answer({ name, args, account, signal })];
    },
  };
  return { host, remove: installed.remove };
}
