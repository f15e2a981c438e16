import { type Account, execute, type Operation, type Scope } from '../src/index.js';
import { get } from '../src/select/index.js';

/** As a generated function file: one function, its integration, and nothing else. */
const operation: Operation<{ key: string }, { key: string; value: string | null }> = {
  integration: {
    name: 'vendor',
    credentials: {
      url: { type: 'url', env: 'VENDOR_URL', hosts: ['*.vendor.example'] },
      token: { type: 'secret', env: 'VENDOR_TOKEN' },
    },
    apis: { data: { base_url: { $value: 'url' }, auth: [{ bearer: { $value: 'token' } }] } },
    errors: { when: (s) => get(s.body, 'error'), message: (s) => get(s.body, 'error') },
    redact: ['password'],
  },
  name: 'get_key',
  kind: 'read',
  destructive: false,
  idempotency: 'safe',
  params: { key: { schema: { type: 'string', minLength: 1 }, required: true } },
  steps: [
    { name: 'main', api: 'data', method: 'POST', path: [], body: ['GET', { $value: 'key' }], status: [200] },
  ],
  select: (s: Scope) => ({ key: get(s.args, 'key'), value: get(s.body, 'result') }),
};

export const getKey = (args: { key: string }, account: Account) => execute(operation, args, account);
