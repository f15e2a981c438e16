import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { installSpecs } from '@kosmokrator/testing/install/install-specs';
import { specsFolder } from '@kosmokrator/testing/repository';

interface SmallService {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly functions: Readonly<Record<string, SmallFunction>>;
}

interface SmallFunction {
  readonly title: string;
  readonly operation?: 'write';
  readonly description: string;
  readonly params?: Readonly<Record<string, string>>;
}

const services = parse(
  readFileSync(new URL('small-services.yaml', import.meta.url), 'utf8'),
) as SmallService[];

/** The packages of the real specs and of the made-up services beside them, in a folder of their own. */
export function installSmallServices(): ReturnType<typeof installSpecs> {
  return installSpecs((folder) => {
    cpSync(specsFolder, folder, { recursive: true });
    for (const service of services) writeSpec(join(folder, service.name), service);
  });
}

/** The packages of the real specs and of all that a folder of drafts holds. */
export function installDrafts(drafts: string): ReturnType<typeof installSpecs> {
  return installSpecs((folder) => {
    for (const source of [specsFolder, drafts]) cpSync(source, folder, { recursive: true });
    for (const name of readdirSync(drafts)) forgetKeys(join(folder, name, 'functions'));
  });
}

/** What a draft says of repeating a call may be refused by now, and is nothing to the search. */
function forgetKeys(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^idempotency: keyed\n/m, ''));
  }
}

function writeSpec(folder: string, { functions, ...service }: SmallService): void {
  mkdirSync(join(folder, 'functions'), { recursive: true });
  const token = { type: 'secret', env: `${service.name.toUpperCase().replace('-', '_')}_TOKEN` };
  const integration = {
    ...service,
    category: 'test',
    vendor_docs: 'https://vendor.example',
    credentials: { token: { ...token, description: 'Token of the account.' } },
    apis: { main: { base_url: 'https://api.vendor.example', auth: [{ bearer: '{token}' }] } },
  };
  writeFileSync(join(folder, 'integration.yaml'), JSON.stringify(integration));
  for (const [name, fn] of Object.entries(functions))
    writeFileSync(join(folder, 'functions', `${name}.yaml`), JSON.stringify(functionSpec(name, fn)));
}

/** Says of a call what the search reads; what is sent and what comes back is as short as a spec may have it. */
function functionSpec(name: string, { params = {}, ...fn }: SmallFunction): object {
  const method = fn.operation === 'write' ? 'POST' : 'GET';
  return {
    operation: 'read',
    ...fn,
    request: { method, path: `/${name}` },
    params: Object.fromEntries(
      Object.entries(params).map(([param, description]) => [param, { type: 'string', description }]),
    ),
    returns: { type: 'object', properties: { id: { type: 'string', description: 'Id.' } } },
    examples: [
      { title: fn.title, args: {}, http: { status: 200, body: { id: 'a1' } }, result: { id: 'a1' } },
    ],
  };
}
