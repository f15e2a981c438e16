import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  accountFromEnv,
  createHost,
  createPolicy,
  loadCatalog,
  type PolicyDocument,
} from '@kosmokrator/host';
import { createLuaHost } from '../../dist/index.js';
import { openAnsweredHost } from '../../testing/answered-host.js';
import { startCountingServer } from '../../testing/counting-server.js';
import type { Attack, AttackGroup } from './attack.js';
import { canary, runAttacks, type AttackReport } from './run-attacks.js';

type CreateLuaHost = typeof createLuaHost;

/** What the corpus is tried on. Default: the package as it is. */
export interface Subject {
  readonly create?: CreateLuaHost;
  /** Instead of the limits of the group. */
  readonly limits?: AttackGroup['limits'];
  /** For policy attacks. */
  readonly rules?: PolicyDocument;
}

const strictRules: PolicyDocument = {
  rules: [{ effect: 'deny', function: 'list_keys' }],
  defaults: { read: 'ask', write: 'ask' },
};

/** Runs a group on a host whose calls are answered here, beside a file that no script may read. */
export async function attackSandbox(group: AttackGroup, subject: Subject = {}): Promise<AttackReport[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-canary-'));
  const file = join(folder, 'canary.txt');
  writeFileSync(file, canary);
  let current: Attack | undefined;
  const { host, remove } = openAnsweredHost((call) => (current?.answer ?? (({ args }) => args))(call));
  const { create = createLuaHost, limits = group.limits } = subject;
  const lua = create({ host, limits });
  try {
    return await runAttacks(group, { lua, args: { file }, onAttack: (attack) => (current = attack) });
  } finally {
    await lua.close();
    remove();
    rmSync(folder, { recursive: true });
  }
}

/** Runs a group on a real host with a policy that permits nothing. `requests`: what reached the service. */
export async function attackPolicy(
  group: AttackGroup,
  { rules = strictRules }: Subject = {},
): Promise<{ readonly reports: AttackReport[]; readonly requests: readonly string[] }> {
  const server = await startCountingServer();
  const env = {
    UPSTASH_REDIS_REST_URL: server.url,
    UPSTASH_REDIS_REST_TOKEN: canary,
    KOSMO_ALLOW_LOOPBACK_HTTP: '1',
  };
  const host = createHost({
    catalog: loadCatalog({ folders: [fileURLToPath(new URL('../../../integrations', import.meta.url))] }),
    env,
    policy: createPolicy({ document: rules }),
    // `default` and `other` are the same credentials: only the policy keeps them from being used.
    accounts: ({ integration }) => accountFromEnv(integration, env),
    accountNames: () => ['other'],
  });
  const lua = createLuaHost({ host, limits: group.limits });
  try {
    return { reports: await runAttacks(group, { lua, args: {} }), requests: server.requests };
  } finally {
    await lua.close();
    await server.close();
  }
}
