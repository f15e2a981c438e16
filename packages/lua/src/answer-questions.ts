import type { Host } from '@kosmokrator/runtime/host';
import { createCallCounter, type CallRecord } from './count-calls.js';
import type { Limits } from './limits.js';
import type { Answer, DocsVerb, FunctionCall, Question } from './messages.js';
import { findAccount, openIntegration } from './open-integration.js';
import { createPageWalks } from './page-walks.js';
import { createReference } from './reference/create-reference.js';

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
  const { host, stop } = surroundings;
  const { signal } = stop;
  const counter = createCallCounter(surroundings);
  const walks = createPageWalks(host, counter, signal);
  const reference = createReference(host.catalog);
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
    open: ({ namespace }) => counter.settle(() => openIntegration(host, namespace)),
    account: (question) => counter.settle(() => findAccount(host, question)),
    walk: ({ call }) => walks.begin(call),
    next: ({ walk }) => walks.next(walk),
    leave: ({ walk }) => walks.leave(walk),
    docs: ({ verb, text }) => counter.count(() => read[verb](text)),
  };
  return (question) => (answer[question.type] as (question: Question) => Promise<Answer>)(question);
}
