import { restCall, type RestAnswer } from './rest-call.js';

/** Credentials as a client reads them from the reply: by label, and the console URL by its line. */
export function readDatabasePage(text: string) {
  const label = (name: string) => new RegExp(`^\\*\\*${name}:\\*\\* (\\S+)`, 'm').exec(text)?.[1] ?? '';
  return {
    id: label('Database ID'),
    endpoint: label('Endpoint'),
    token: label('Token'),
    metrics: label('Metrics'),
    expires: label('Expires'),
    console: /^(\S+\/start-redis\/console\/\S+)$/m.exec(text)?.[1] ?? '',
  };
}

export type Provisioned = ReturnType<typeof readDatabasePage>;

/** `POST /start-redis`, with an Idempotency-Key when one is given. */
export function postStart(
  url: string,
  key?: string,
  headers: Record<string, string> = {},
): Promise<RestAnswer> {
  const sent = key === undefined ? headers : { ...headers, 'idempotency-key': key };
  return restCall(url, { path: '', method: 'POST', headers: sent });
}

/** A database from start-redis. Throws when it is refused. */
export async function provision(url: string, key?: string): Promise<Provisioned> {
  const { status, text } = await postStart(url, key);
  if (status !== 200) throw new Error(`start-redis answered ${status}: ${text}`);
  return readDatabasePage(text);
}

/** Runs one command and gives its result, or the whole answer when it failed. */
export async function runCommand({ endpoint, token }: Provisioned, ...body: string[]): Promise<unknown> {
  const { json } = await restCall(endpoint, { token, body });
  return (json as { result?: unknown } | undefined)?.result ?? json;
}
