import type { Catalog, Manifest } from '@kosmokrator/host';
import { type AccountStore, accountState, type ListedAccount } from '@kosmokrator/host/accounts';

/** One account, or an integration that has none, as `kosmo status` tells of it. */
export interface AccountRow {
  readonly integration: string;
  /** Null for an integration that cannot be used. */
  readonly account: string | null;
  readonly from: ListedAccount['store'];
  /** `unknown`: only the keychain knows, which is not asked. */
  readonly state: 'complete' | 'incomplete' | 'none' | 'expired' | 'unknown' | 'not_installed' | 'broken';
  /** Credentials without which the others are of no use. */
  readonly missing: readonly string[];
  /** APIs that can be called with it. */
  readonly apis: readonly string[];
  readonly expires?: string;
  readonly problem?: string;
}

/** All accounts of all installed integrations, and those that are stored for others. Loads no package and asks no keychain. */
export async function accountRows(
  catalog: Catalog,
  store: AccountStore,
  now = Date.now(),
): Promise<AccountRow[]> {
  const installed: AccountRow[] = [];
  for (const { manifest } of catalog.integrations) {
    const listed = await store.list(namesOf(manifest));
    const shown = listed.length > 1 ? listed.filter(({ store: from }) => from !== 'none') : listed;
    installed.push(...shown.map((account) => rowOf(manifest, account, now)));
  }
  const known = new Set(installed.map(({ integration }) => integration));
  const broken = catalog.broken.map(({ name, problem }) =>
    bareRow({ integration: name, state: 'broken', problem }),
  );
  const others = (await store.list())
    .filter(({ integration }) => !known.has(integration))
    .map(({ integration, name, store: from }) =>
      bareRow({ integration, account: name, from, state: 'not_installed' }),
    );
  return [...installed, ...broken, ...others].toSorted((a, b) => compare(a.integration, b.integration));
}

function bareRow(row: Pick<AccountRow, 'integration' | 'state'> & Partial<AccountRow>): AccountRow {
  return { account: null, from: 'none', missing: [], apis: [], ...row };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function rowOf(
  manifest: Manifest,
  { integration, name, store: from, outline }: ListedAccount,
  now: number,
): AccountRow {
  const row = { integration, account: name, from };
  if (outline === undefined && from !== 'none') return { ...row, state: 'unknown', missing: [], apis: [] };
  const { state, missing, ready } = accountState(manifest, outline ?? { credentials: [], base_urls: [] });
  const { expires } = outline ?? {};
  const over = expires !== undefined && Date.parse(expires) <= now;
  return {
    ...row,
    state: over ? 'expired' : state,
    missing,
    apis: ready,
    ...(expires !== undefined && { expires }),
  };
}

/** What the names of variables are made from. */
function namesOf({ name, credentials, apis }: Manifest) {
  return {
    name,
    credentials: Object.fromEntries(credentials.map((credential) => [credential.name, credential])),
    apis: Object.fromEntries(apis.map((api) => [api, true])),
  };
}
