import { defaultEffects, type LoadedPolicy, loadPolicy } from '@kosmokrator/host';
import type { CommandContext } from '../command-context.js';
import { plainly } from '../host/open-catalog.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { terminalWidth } from '../output/format-data.js';
import { type Answer, printAnswer } from '../output/print-answer.js';
import { readFormat } from '../output/read-format.js';
import { showOnOutput } from '../terminal/show-printable.js';

export async function runGet(options: FormatOptions, context: CommandContext): Promise<void> {
  const print = await readFormat(options);
  await printAnswer(policyAnswer(plainly(() => loadPolicy())), print, context);
}

/** The policy with its defaults, as the commands print it. */
export function policyAnswer({ source, missing, document }: LoadedPolicy): Answer {
  const { rules = [], defaults } = document;
  const all = { ...defaultEffects, ...defaults };
  const data = { source, exists: !missing, rules, defaults: all };
  const text = async () => {
    const { formatPeople } = await import('../output/format-people.js');
    const rows = rules.map(({ effect, integration, function: fn, account, operation, reason }) => {
      return { effect, integration, function: fn, account, operation, reason };
    });
    const place = `${showOnOutput(source)}${missing ? ' does not exist yet' : ''}`;
    const others = `All other reads: ${all.read}. All other writes: ${all.write}.`;
    return [
      place,
      ...(rows.length > 0 ? ['', formatPeople(rows, terminalWidth()).trimEnd(), ''] : []),
      others,
      '',
    ].join('\n');
  };
  return { data, text };
}
