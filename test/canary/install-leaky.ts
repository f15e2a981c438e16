import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Auth, Credential, Integration, Operation, Template } from '@kosmokrator/runtime';

const value = (name: string): Template => ({ $value: name });

/** Every way to prove who is calling, and a secret that is a part of the address. */
const ways: Readonly<Record<string, Auth>> = {
  bearer: { bearer: value('token') },
  basic: { basic: { username: value('email'), password: value('token') } },
  header: { header: { name: 'X-API-Key', value: value('token') } },
  pair: { header: { name: 'Authorization', value: { $text: [value('email'), ':', value('token')] } } },
  query: { query: { name: 'api_key', value: value('token') } },
};

const credentials: Readonly<Record<string, Credential>> = {
  email: { type: 'string', env: 'LEAKY_EMAIL' },
  token: { type: 'secret', env: 'LEAKY_TOKEN' },
  tenant: { type: 'secret', env: 'LEAKY_TENANT' },
  url: { type: 'url', env: 'LEAKY_URL', hosts: ['*.example'] },
};

// A label that is too long is refused by the resolver itself, so that no query leaves the machine.
const nowhere = `${'a'.repeat(64)}.invalid`;

const integration: Integration = {
  name: 'leaky',
  credentials,
  apis: {
    ...Object.fromEntries(
      Object.entries(ways).map(([way, auth]) => [way, { base_url: 'https://leaky.example', auth: [auth] }]),
    ),
    host: { base_url: { $text: ['https://', value('tenant'), `.${nowhere}`] }, auth: [{ none: true }] },
    url: { base_url: value('url'), auth: [{ bearer: value('token') }] },
  },
  redact: ['password'],
};

const apis = Object.keys(integration.apis);

/** `get_bearer` and `set_bearer`, and so on; each takes the name of a misbehaviour. */
export const operations: Readonly<Record<string, Operation>> = Object.fromEntries(
  apis.flatMap((api) => [
    [`get_${api}`, operation(`get_${api}`, 'read', api)],
    [`set_${api}`, operation(`set_${api}`, 'write', api)],
  ]),
);

function operation(name: string, kind: 'read' | 'write', api: string): Operation {
  const step = { name: 'main', api, method: kind === 'read' ? ('GET' as const) : ('POST' as const) };
  const errorText = ({ body }: { body?: unknown }) => (body as { error?: string } | null)?.error;
  return {
    integration,
    name,
    kind,
    destructive: false,
    idempotency: kind === 'read' ? 'safe' : 'none',
    params: { how: { schema: { type: 'string' }, required: true } },
    steps: [{ ...step, path: [value('how')], status: [200] }],
    errors: { when: errorText, message: errorText },
  };
}

/** Lays the integration out as an installed package in a temp folder, for hosts to find. */
export function installLeaky(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-leaky-'));
  const input = { type: 'object', properties: { how: { type: 'string' } }, required: ['how'] };
  const functions = Object.values(operations).map(({ name, kind, destructive, idempotency }) => {
    return {
      name,
      full_name: `leaky_${name}`,
      title: name,
      operation: kind,
      destructive,
      idempotency,
      paged: false,
    };
  });
  const files = {
    'package.json': { type: 'module' },
    'manifest.json': {
      kosmokrator: 1,
      name: 'leaky',
      namespace: 'leaky',
      credentials: Object.entries(credentials).map(([name, { type, env }]) => ({ name, type, env })),
      apis,
      functions,
    },
    'schemas.json': {
      types: {},
      functions: Object.fromEntries(functions.map(({ name }) => [name, { input, output: {} }])),
    },
    'mcp/tools.json': functions.map(({ full_name }) => ({
      name: full_name,
      description: full_name,
      inputSchema: input,
    })),
    'lua/leaky.lua': binding(functions.map(({ name }) => name)),
    'dist/operations.js': operationsModule(),
  };
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'leaky', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** The operations are data but for the two expressions. */
function operationsModule(): string {
  const errors = 'const text = ({ body }) => body?.error;\nconst errors = { when: text, message: text };';
  const data = JSON.stringify(operations);
  return `${errors}\nexport const operations = ${data};\nfor (const one of Object.values(operations)) one.errors = errors;\n`;
}

function binding(names: readonly string[]): string {
  const list = names.map((name) => `"${name}"`).join(', ');
  return `return function(invoke, accounts)
	local function functions(account)
		local all = {}
		for _, name in ipairs({ ${list} }) do
			all[name] = function(args)
				return invoke("leaky_" .. name, args, account)
			end
		end
		return all
	end
	local all = functions(nil)
	for _, name in ipairs(accounts or {}) do
		all[name] = functions(name)
	end
	return all
end
`;
}
