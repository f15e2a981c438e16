import { openAccountStore } from '@kosmokrator/host/accounts';
import type { CommandContext } from '../command-context.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { terminalWidth } from '../output/format-data.js';
import { printAnswer } from '../output/print-answer.js';
import { readFormat } from '../output/read-format.js';
import { showOnOutput } from '../terminal/show-printable.js';

/** Lists the stored accounts: names only, so that no keychain asks for a password. */
export async function runListAccounts(options: FormatOptions, context: CommandContext): Promise<void> {
  const print = await readFormat(options);
  const listed = await openAccountStore().list();
  const data = listed.map(({ integration, name, store }) => ({ integration, name, store }));
  Object.assign(context.meta, { total: data.length, has_more: false, next: null });
  const text = async () => {
    if (data.length === 0) return 'No accounts are stored. "kosmo configure NAME" stores one.\n';
    const { table } = await import('../output/format-people.js');
    const rows = data.map(({ integration, name, store }) => [integration, name, placeName(store)]);
    const head = ['Integration', 'Account', 'Stored in'];
    return table(
      [head, ...rows].map((row) => row.map(showOnOutput)),
      terminalWidth(),
    );
  };
  await printAnswer({ data, text }, print, context);
}

/** As people call a place. */
export function placeName(store: string): string {
  return store === 'keychain' ? 'OS keychain' : store.replace('_', ' ');
}
