import type { Catalog, InstalledIntegration } from '@kosmokrator/host';
import { propertiesOf } from '../arguments/find-param.js';
import { accountNamesOf } from '../completion/complete-value.js';
import type { Complete } from './open-prompt.js';

const keywords =
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while';
const globals =
  'app args assert docs dump error getmetatable ipairs json load math next os pairs pcall print regex select setmetatable string table tonumber tostring type utf8 coroutine xpcall';

const tables: Readonly<Record<string, string>> = {
  app: 'integrations',
  coroutine: 'close create isyieldable resume running status wrap yield',
  docs: 'list read search',
  json: 'decode encode null',
  math: 'abs ceil cos exp floor fmod huge log max maxinteger min mininteger modf pi random sin sqrt tan tointeger type ult',
  os: 'clock date time',
  regex: 'gsub match match_all',
  string: 'byte char find format gmatch gsub len lower match pack packsize rep reverse sub unpack upper',
  table: 'concat insert move pack remove sort unpack',
  utf8: 'char charpattern codepoint codes len offset',
};

/** Completes what stands before the cursor: integrations, accounts, functions and params, pages, libraries and names. */
export function completeLua(catalog: Catalog): Complete {
  return async (line) => {
    const [, page] = /docs\.read\(?\s*["']([\w.]*)$/.exec(line) ?? [];
    if (page !== undefined) return fitting(pages(catalog), page);
    const call = openCall(line);
    const begun = begunName(line);
    if (call !== undefined && !begun.includes('.'))
      return fitting(
        (await params(catalog, call.split('.'))).map((name) => `${name} = `),
        begun,
      );
    const path = begun.split('.');
    const last = path.pop()!;
    return fitting(await members(catalog, path, line), last);
  };
}

/** Of `app.integrations.upstash.get_key({ k`, what is called: `upstash.get_key`. */
function openCall(line: string): string | undefined {
  const brace = line.lastIndexOf('{');
  if (brace < 0 || line.includes('}', brace)) return undefined;
  const before = line.slice(0, brace).trimEnd().replace(/\($/, '').trimEnd();
  const start = before.lastIndexOf(prefix);
  const path = before.slice(start + prefix.length);
  return start >= 0 && /^[\w.]+$/.test(path) ? path : undefined;
}

const prefix = 'app.integrations.';

/** The name, with its dots, that the line ends with. */
function begunName(line: string): string {
  let start = line.length;
  while (start > 0 && /[\w.]/.test(line[start - 1]!)) start--;
  return line.slice(start);
}

function fitting(names: readonly string[], begun: string): readonly [string[], string] {
  return [names.filter((name) => name.startsWith(begun)), begun];
}

async function members(catalog: Catalog, path: readonly string[], line: string): Promise<readonly string[]> {
  const [first, second, namespace, account, ...more] = path;
  if (first === undefined) return [...keywords.split(' '), ...globals.split(' '), ...namesIn(line)];
  if (first !== 'app' || second === undefined)
    return path.length === 1 && Object.hasOwn(tables, first) ? tables[first]!.split(' ') : [];
  if (second !== 'integrations' || more.length > 0) return [];
  if (namespace === undefined) return catalog.integrations.map(({ manifest }) => manifest.namespace);
  const integration = catalog.integration(namespace);
  if (integration === undefined) return [];
  const functions = integration.manifest.functions.map(({ name }) => name);
  const accounts = await accountNamesOf(integration.manifest.name);
  if (account === undefined) return [...functions, ...accounts];
  return accounts.includes(account) ? functions : eachOf(integration, account);
}

/** A paged function has `each`. */
function eachOf({ manifest }: InstalledIntegration, fn: string): readonly string[] {
  return manifest.functions.some(({ name, paged }) => paged && name === fn) ? ['each'] : [];
}

async function params(catalog: Catalog, path: readonly string[]): Promise<readonly string[]> {
  const [namespace = '', ...names] = path.filter((name) => name !== 'each');
  const integration = catalog.integration(namespace);
  const name = names.at(-1) ?? '';
  if (integration === undefined) return [];
  const { functions } = await catalog.schemas(integration.manifest.name);
  const short = name.replace(new RegExp(`^${namespace}_`), '');
  return Object.hasOwn(functions, short) ? Object.keys(propertiesOf(functions[short]!.input)) : [];
}

function pages({ integrations }: Catalog): readonly string[] {
  return integrations.flatMap(({ manifest: { namespace, functions } }) => [
    namespace,
    ...functions.map(({ name }) => `${namespace}.${name}`),
  ]);
}

/** What the line itself names. */
function namesIn(line: string): readonly string[] {
  return [...line.matchAll(/\b([A-Za-z_]\w*)\b(?=\W)/g)].map(([, name]) => name!);
}
