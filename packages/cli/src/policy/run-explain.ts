import {
  checkRuleNames,
  decide,
  type InstalledFunction,
  type LoadedPolicy,
  loadPolicy,
} from '@kosmokrator/host';
import type { CommandContext } from '../command-context.js';
import { findFunction } from '../host/find-function.js';
import { openCatalog, plainly } from '../host/open-catalog.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { type Answer, printAnswer } from '../output/print-answer.js';
import { readFormat } from '../output/read-format.js';
import { tellWholeList } from '../output/tell-whole-list.js';

/** Tells what the policy does with a call of a function, or with one of each. Sends nothing. */
export async function runExplain(
  words: readonly string[],
  options: FormatOptions & { readonly account: string },
  context: CommandContext,
): Promise<void> {
  const print = await readFormat(options);
  const catalog = openCatalog();
  const policy = plainly(() => {
    const loaded = loadPolicy();
    checkRuleNames(loaded.document, catalog, loaded.source);
    return loaded;
  });
  const { account } = options;
  if (words.length > 0) {
    const data = explain(policy, findFunction(catalog, words.join('.')), account);
    return printAnswer({ data, text: () => `${sentence(data, policy)}\n` }, print, context);
  }
  const all = catalog.integrations.flatMap((integration) =>
    integration.manifest.functions.map((fn) => explain(policy, { integration, function: fn }, account)),
  );
  tellWholeList(context, all);
  await printAnswer(overview(all), print, context);
}

type Explained = ReturnType<typeof explain>;

function explain(
  { document, source }: LoadedPolicy,
  { integration, function: fn }: InstalledFunction,
  account: string,
) {
  const operation = {
    integration: { name: integration.manifest.name },
    name: fn.name,
    kind: fn.operation as 'read' | 'write',
  };
  const { effect, rules } = decide(document, { operation, account });
  return {
    function: fn.full_name,
    account,
    operation: fn.operation,
    effect,
    /** The rules that decide; none if the default does. */
    rules: rules.map((index) => ({ index, ...document.rules![index]! })),
    default: rules.length === 0,
    source,
  };
}

const verbs = { allow: 'is allowed', ask: 'needs your approval', deny: 'is denied' } as const;

function sentence(
  { function: fn, account, operation, effect, rules }: Explained,
  { missing, source }: LoadedPolicy,
) {
  const named = rules.map(({ index, ...rule }) => `rules[${index}] ${JSON.stringify(rule)}`);
  const because =
    named.length > 0
      ? `by ${named.join(' and ')} in ${source}`
      : missing
        ? `by default: ${source} does not exist`
        : `by defaults.${operation}, since no rule in ${source} fits`;
  return `${fn} with account "${account}" ${verbs[effect]}, ${because}.`;
}

function overview(data: readonly Explained[]): Answer {
  const rows = data.map(({ function: fn, operation, effect, rules }) => ({
    function: fn,
    operation,
    effect,
    decided_by: rules.map(({ index }) => `rules[${index}]`).join(', ') || `defaults.${operation}`,
  }));
  const text = async () => {
    const [{ formatPeople }, { terminalWidth }] = await Promise.all([
      import('../output/format-people.js'),
      import('../output/format-data.js'),
    ]);
    return formatPeople(rows, terminalWidth());
  };
  return { data, text };
}
