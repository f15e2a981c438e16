import type { Host } from '@kosmokrator/host';

/**
 * Tells the redactor all secrets that are stored or in the environment, so that a line with one can be known. Gives the
 * accounts whose secrets cannot be read.
 */
export async function learnSecrets(
  { catalog, redactor }: Host,
  env = process.env,
): Promise<readonly string[]> {
  for (const { manifest } of catalog.integrations)
    for (const { type, env: variable } of manifest.credentials)
      if (type === 'secret') redactor.add(env[variable]);
  const { describeIntegration, openAccountStore } = await import('@kosmokrator/host/accounts');
  const store = openAccountStore();
  const unknown: string[] = [];
  for (const { integration, name } of await store.list()) {
    try {
      const account = await store.resolve(await describeIntegration(catalog, integration), name);
      const values = Object.values(account.credentials);
      redactor.add(...values.filter((value) => typeof value === 'object'));
    } catch {
      unknown.push(`${integration} ${name}`);
    }
  }
  return unknown;
}
