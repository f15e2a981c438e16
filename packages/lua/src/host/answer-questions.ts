import { isKosmoError, KosmoError } from '@kosmokrator/runtime';
import type { Host } from '@kosmokrator/host';
import { createCallCounter, type CallRecord } from './count-calls.js';
import type { Limits } from '../bridge/limits.js';
import type { Answer, DocsVerb, FunctionCall, Question } from '../bridge/messages.js';
import { findAccount, openIntegration } from './open-integration.js';
import { createPageWalks } from './page-walks.js';
import { createReference } from '@kosmokrator/host/reference';

interface Surroundings {
  readonly host: Host;
  readonly limits: Limits;
  /** Each call is added here. */
  readonly calls: CallRecord[];
  /** Ends the script when a limit is passed or the host itself fails. Its signal also ends calls under way. */
  readonly stop: AbortController;
}

type Answerers = {
  readonly [Type in Question['type']]: (question: Extract<Question, { type: Type }>) => Promise<Answer>;
};

/** Answers a worker's questions. The answer to a script that is being killed never comes. */
export function createAnswerer(surroundings: Surroundings): (question: Question) => Promise<Answer> {
  const { host, limits, stop } = surroundings;
  const { signal } = stop;
  const counter = createCallCounter(surroundings);
  const walks = createPageWalks({ host, limits, counter, stop });
  const reference = createReference(host.catalog);
  const opened = new Set<string>();
  const read: Record<DocsVerb, (text: string) => Promise<unknown>> = {
    list: async () => reference.list(),
    search: reference.search,
    read: reference.read,
  };

  const makeCall = ({ function: fullName, args, account }: FunctionCall) =>
    host.call(fullName, args, { account, signal });

  const answer: Answerers = {
    call: ({ call }) => counter.call(call, () => makeCall(call)),
    names: () =>
      counter.settle(async () => host.catalog.integrations.map(({ manifest }) => manifest.namespace)),
    open: ({ namespace }) =>
      counter.lookUp(
        () => openIntegration(host, namespace),
        () => opened.size < opened.add(namespace).size,
      ),
    account: (question) =>
      counter.lookUp(
        () => findAccount(host, question),
        ({ known }) => known,
      ),
    walk: walks.begin,
    next: ({ walk }) => walks.next(walk),
    leave: ({ walk }) => walks.leave(walk),
    docs: ({ verb, text }) => counter.count(() => readDocs(() => read[verb](text))),
  };
  return (question) => (answer[question.type] as (question: Question) => Promise<Answer>)(question);
}

/** Turns whatever a page or a search fails with into an error that the script can catch. */
async function readDocs(read: () => Promise<unknown>): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (isKosmoError(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new KosmoError({
      code: 'broken_integration',
      message: `the documentation cannot be read: ${reason}`,
      cause: error,
    });
  }
}
