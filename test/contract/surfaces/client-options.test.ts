/** What plain JavaScript can pass to a client, which no compiler checks. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { packageFolder } from '@kosmokrator/testing/repository';

interface Client {
  new (options: unknown): { getKey(args: unknown): Promise<unknown> };
  fromEnv(env: unknown, settings: unknown): unknown;
  fromAccount(account: unknown): unknown;
}

const file = pathToFileURL(join(packageFolder('upstash'), 'dist/index.js')).href;
const { Upstash } = (await import(file)) as { readonly Upstash: Client };

test.each([null, undefined, {}])('a client with the options %j lacks its credentials', async (options) => {
  const call = new Upstash(options).getKey({ key: 'a' });
  await expect(call).rejects.toMatchObject({ code: 'missing_credentials', param: 'redis_url' });
});

test.each([
  [() => new Upstash({ redisURL: 'https://a.upstash.io' }), 'redisURL', 'redisUrl'],
  [() => Upstash.fromEnv({}, { timeoutMS: 5 }), 'timeoutMS', 'timeoutMs'],
  [() => Upstash.fromAccount({ credentials: {}, maxRetrys: 1 }), 'maxRetrys', 'maxRetries'],
])('an option that there is not is refused: %s', (make, option, meant) => {
  const message = `"${option}" is not an option of upstash; did you mean "${meant}"?`;
  expect(make).toThrow(expect.objectContaining({ code: 'invalid_argument', param: option, message }));
});
