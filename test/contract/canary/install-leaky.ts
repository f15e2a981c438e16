import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { operations } from './leaky-operations.js';

const { credentials, apis } = Object.values(operations)[0]!.integration;

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
      apis: Object.keys(apis),
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
  };
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'leaky', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  buildSync({
    entryPoints: [fileURLToPath(new URL('leaky-package.ts', import.meta.url))],
    outfile: join(folder, 'leaky/dist/operations.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
  });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

function binding(names: readonly string[]): string {
  const list = names.map((name) => `"${name}"`).join(', ');
  return `return function(invoke, is_account)
	local function functions(account)
		local all = {}
		for _, name in ipairs({ ${list} }) do
			all[name] = function(args)
				return invoke("leaky_" .. name, args, account)
			end
		end
		return all
	end
	return setmetatable(functions(nil), {
		__index = function(_, name)
			return is_account(name) and functions(name) or nil
		end,
	})
end
`;
}
