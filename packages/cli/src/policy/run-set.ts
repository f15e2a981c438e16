import {
  changePolicy,
  describeProblem,
  type Effect,
  effects,
  loadPolicy,
  loosens,
  type PolicyDocument,
  type PolicyRule,
  withDefault,
  withoutRule,
  withRule,
} from '@kosmokrator/host';
import { didYouMean, KosmoError } from '@kosmokrator/runtime';
import type { CommandContext } from '../command-context.js';
import { UnusableError, UsageError } from '../errors/usage-error.js';
import { openCatalog, plainly } from '../host/open-catalog.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { printAnswer } from '../output/print-answer.js';
import { readFormat } from '../output/read-format.js';
import { mayAsk } from '../terminal/ask/may-ask.js';
import { confirm } from '../terminal/ask/confirm.js';
import { letFinish } from '../terminal/let-finish.js';
import { policyAnswer } from './run-get.js';

export interface SetOptions extends FormatOptions {
  readonly integration?: string;
  readonly function?: string;
  readonly account?: string;
  readonly operation?: 'read' | 'write';
  readonly reason?: string;
  readonly default?: 'read' | 'write';
  readonly remove?: true;
  readonly yes?: true;
  readonly nonInteractive?: true;
}

type Change = (document: PolicyDocument) => PolicyDocument;

/** Changes the policy. A change that lets more calls through is asked about first, and needs `--yes` where nobody is. */
export async function runSet(
  effect: string | undefined,
  options: SetOptions,
  context: CommandContext,
): Promise<void> {
  const print = await readFormat(options);
  const change = readChange(effect, options);
  const catalog = openCatalog();
  const before = plainly(() => loadPolicy());
  if (options.remove && change(before.document).rules?.length === (before.document.rules?.length ?? 0))
    throw new UnusableError(`${before.source} has no such rule; "kosmo policy get" shows the rules`);
  if (loosens(before.document, change(before.document))) await approve(before.source, options, context);
  const after = await letFinish(changePolicy(change, { catalog })).catch((error: unknown) => {
    throw new UnusableError(describeProblem(error));
  });
  await printAnswer(policyAnswer(after), print, context);
}

async function approve(source: string, options: SetOptions, context: CommandContext): Promise<void> {
  if (options.yes) return;
  const question = `This lets calls through that were denied or asked about before. Change ${source}?`;
  if (!mayAsk(context, options)) {
    const message = 'this change lets more calls through, and there is nobody to ask: run with --yes';
    throw new KosmoError({ code: 'approval_required', message });
  }
  if (await confirm(question)) return;
  throw new KosmoError({ code: 'policy_denied', message: 'nothing was changed' });
}

function readChange(text: string | undefined, options: SetOptions): Change {
  const { integration, function: fn, account, operation, reason, default: kind, remove } = options;
  const given = { integration, function: fn, account, operation };
  const selectors = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Omit<PolicyRule, 'effect'>;
  const named = Object.keys(selectors).length > 0;
  if (remove) {
    if (text !== undefined || kind !== undefined || !named)
      throw new UsageError(
        '--remove takes the rule alone: name its integration, function, account or operation',
      );
    return (document) => withoutRule(document, selectors);
  }
  const effect = readEffect(text);
  if (kind !== undefined) {
    if (named || reason !== undefined)
      throw new UsageError('--default is for calls that no rule fits: pass it alone');
    return (document) => withDefault(document, kind, effect);
  }
  if (!named)
    throw new UsageError(
      'say which calls: --integration, --function, --account or --operation, or --default for all others',
    );
  return (document) => withRule(document, { effect, ...selectors, ...(reason !== undefined && { reason }) });
}

function readEffect(text: string | undefined): Effect {
  const found = effects.find((one) => one === text);
  if (found) return found;
  const near = text === undefined ? '' : didYouMean(text, effects);
  throw new UsageError(`the effect is allow, ask or deny${near}`);
}
