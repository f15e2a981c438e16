import { describeProblem, loadCatalog, systemProblem } from '@kosmokrator/host';
import { accountState, describeIntegration, openAccountStore } from '@kosmokrator/host/accounts';
import { reveal } from '@kosmokrator/runtime/internal';
import { programFiles } from '../host/program-files.js';
import type { Check, Finding } from './finding.js';
import { probe } from './probe.js';

const check = 'online';
const mostSkewMs = 5 * 60 * 1000;

/** Looks up and connects to each origin that an account can call. No credential is sent. */
export const checkOrigins: Check = async (surroundings) => {
  const origins = await findOrigins(surroundings.env).catch(() => new Set<string>());
  if (origins.size === 0)
    return [
      {
        check,
        status: 'warning',
        message: 'no account has an API to connect to',
        fix: 'kosmo configure NAME',
      },
    ];
  const found = await Promise.all([...origins].map((origin) => checkOrigin(origin, surroundings)));
  return found;
};

async function checkOrigin(origin: string, { now }: Parameters<Check>[0]): Promise<Finding> {
  try {
    const { through, date } = await probe(new URL(origin));
    const skew = date === undefined ? 0 : now() - date;
    if (Math.abs(skew) > mostSkewMs)
      return {
        check,
        status: 'problem',
        message: `this computer's clock is ${Math.round(Math.abs(skew) / 60_000)} minutes ${skew > 0 ? 'ahead of' : 'behind'} ${origin}`,
        fix: 'set the clock of this computer',
      };
    const message =
      through === undefined ? `${origin} can be reached` : `${origin} is called through the proxy ${through}`;
    return { check, status: 'ok', message, fix: null };
  } catch (error) {
    const { code, reason } = error as NodeJS.ErrnoException & { readonly reason?: string };
    // An error without a code is a fault of ours.
    if (code === undefined) throw error;
    const why = /^(?:ENOTFOUND|EAI_AGAIN)$/.test(code)
      ? 'its name cannot be looked up'
      : code.startsWith('ERR_SSL') && reason !== undefined
        ? `TLS failed: ${reason}`
        : (systemProblem(error) ?? describeProblem(error));
    const message = `${origin} cannot be reached: ${why}`;
    return { check, status: 'problem', message, fix: 'check the network, the proxy and the firewall' };
  }
}

/** The origins of all APIs that some account has the credentials for. */
async function findOrigins(env: Parameters<Check>[0]['env']): Promise<ReadonlySet<string>> {
  const catalog = loadCatalog({ env, program: programFiles() });
  const store = openAccountStore({ env });
  const origins = new Set<string>();
  for (const { manifest } of catalog.integrations) {
    // The check of accounts tells what is wrong with the package.
    const described = await describeIntegration(catalog, manifest.name).catch(() => undefined);
    if (!described) continue;
    for (const { name, outline } of await store.list(described)) {
      if (outline === undefined) continue;
      const { credentials, baseUrls } = await store.resolve(described, name);
      // An earlier package does not tell what its APIs need.
      const apis = manifest.needs ? accountState(manifest, outline).ready : manifest.apis;
      for (const api of apis) {
        const get = (field: string) => reveal(credentials[field])?.trim();
        const url = baseUrls?.[api] ?? described.apis[api]!.base_url(get);
        if (URL.canParse(url)) origins.add(new URL(url).origin);
      }
    }
  }
  return origins;
}
