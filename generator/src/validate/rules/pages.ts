import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';

/** The addresses that people are sent to are whole ones, of hosts on the Internet. */
export const pages: Rule = function* ({ integration: file }) {
  const { vendor_docs: docs, credentials = {} } = file.value;
  const addresses = [
    [docs, ['vendor_docs']],
    ...Object.entries(credentials).map(([name, { page }]) => [page, ['credentials', name, 'page']]),
  ] as [string | undefined, string[]][];
  for (const [address, path] of addresses) {
    const rule = address === undefined ? undefined : brokenRule(address);
    if (rule === undefined) continue;
    const message = `the address ${quoteName(address!)} ${rule}`;
    yield { code: 'PAGE_INVALID', message, at: { file, path } };
  }
};

function brokenRule(address: string): string | undefined {
  if (!URL.canParse(address)) return 'is not a URL';
  const { hostname, username, password } = new URL(address);
  if (username || password) return 'has a user name or password';
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(hostname)
    ? undefined
    : 'does not name a host on the Internet';
}
