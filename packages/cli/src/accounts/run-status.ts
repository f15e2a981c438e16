import { openAccountStore } from '@kosmokrator/host/accounts';
import type { CommandContext } from '../command-context.js';
import { openCatalog } from '../host/open-catalog.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { terminalWidth } from '../output/format-data.js';
import { printAnswer } from '../output/print-answer.js';
import { readFormat } from '../output/read-format.js';
import { showOnOutput } from '../terminal/show-printable.js';
import { type AccountRow, accountRows } from './account-rows.js';
import { placeName } from './run-list-accounts.js';

/** Lists integrations and their accounts, and says which can be used. Sends nothing. */
export async function runStatus(options: FormatOptions, context: CommandContext): Promise<void> {
  const print = await readFormat(options);
  const data = await accountRows(openCatalog(), openAccountStore());
  Object.assign(context.meta, { total: data.length, has_more: false, next: null });
  await printAnswer({ data, text: () => statusTable(data) }, print, context);
}

async function statusTable(rows: readonly AccountRow[]): Promise<string> {
  if (rows.length === 0)
    return 'No integration is installed. Install one beside kosmo: npm install @kosmokrator/NAME\n';
  const { table } = await import('../output/format-people.js');
  const cells = rows.map((row) => [row.integration, row.account ?? '-', placeName(row.from), stateText(row)]);
  const head = ['Integration', 'Account', 'From', 'State'];
  const lines = table(
    [head, ...cells].map((row) => row.map(showOnOutput)),
    terminalWidth(),
  );
  return rows.some(({ state }) => ['none', 'incomplete', 'expired'].includes(state))
    ? `${lines}\nkosmo configure NAME sets up an account.\n`
    : lines;
}

function stateText({ state, missing, expires, problem }: AccountRow): string {
  if (state === 'incomplete') return `incomplete: lacks ${missing.join(', ')}`;
  if (state === 'none') return 'no credentials';
  if (state === 'expired') return `expired at ${expires}`;
  if (state === 'broken') return `cannot be used: ${problem}`;
  if (state === 'unknown') return 'unknown: only the keychain knows';
  return state === 'not_installed' ? 'the integration is not installed' : state;
}
