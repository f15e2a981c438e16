import type { Account, Policy } from '../account.js';
import { accountFromEnv, type Environment } from '../account-from-env.js';
import { eachItem } from '../each-page.js';
import { KosmoError } from '../error.js';
import { execute } from '../execute.js';
import { didYouMean } from '../near-names.js';
import type { Operation } from '../operation.js';
import { quoteText } from '../show-text.js';
import type { Transport } from '../transport.js';
import { askPolicy } from './ask-policy.js';
import type { Catalog } from './catalog.js';
import { defaultTransport } from './default-transport.js';

export interface HostOptions {
  readonly catalog: Catalog;
  /** Default: `process.env`. */
  readonly env?: Environment;
  /** Asked before every call. Default: `askPolicy()`, which refuses writes since nobody can be asked. */
  readonly policy?: Policy;
  /** Default: the account's own, else undici's, which checks the address of every connection. */
  readonly transport?: Transport;
  readonly timeoutMs?: number;
  /** Finds a named account. Default: the environment, which holds `default` only. */
  readonly accounts?: AccountResolver;
  /** Names, besides `default`, under which an integration has accounts. Default: none. */
  readonly accountNames?: AccountNames;
}

/** Throws `missing_credentials` for a name that it does not know. */
export type AccountResolver = (operation: Operation, name: string) => Account | Promise<Account>;

export type AccountNames = (integration: string) => readonly string[] | Promise<readonly string[]>;

export interface HostCallOptions {
  /** Default: `default`. */
  readonly account?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Calls functions of installed integrations by their full names. */
export interface Host {
  readonly catalog: Catalog;
  readonly accountNames: AccountNames;
  call(fullName: string, args: unknown, options?: HostCallOptions): Promise<unknown>;
  /** The items of a paged function, page after page. */
  eachItem(
    fullName: string,
    args: unknown,
    options?: HostCallOptions,
  ): AsyncGenerator<unknown, void, undefined>;
}

export function createHost(options: HostOptions): Host {
  const { catalog, env = process.env, accounts = environmentAccounts(env) } = options;
  const { accountNames = () => [] } = options;
  const transport = defaultTransport();
  const common = settings(options);
  const prepare = async (fullName: string, call: HostCallOptions) => {
    const operation = await findOperation(catalog, fullName);
    return {
      operation,
      account: { transport, ...(await accounts(operation, call.account ?? 'default')), ...common },
    };
  };
  return {
    catalog,
    accountNames,
    async call(fullName, args, call = {}) {
      const { operation, account } = await prepare(fullName, call);
      return execute(operation, args, account, callSettings(call));
    },
    async *eachItem(fullName, args, call = {}) {
      const { operation, account } = await prepare(fullName, call);
      yield* eachItem(operation, args, account, callSettings(call));
    },
  };
}

async function findOperation(catalog: Catalog, fullName: string): Promise<Operation> {
  const found = catalog.find(fullName);
  if (!found) {
    const hint = didYouMean(fullName, catalog.functionNames);
    throw new KosmoError({ code: 'unknown_function', message: `no function ${quoteText(fullName)}${hint}` });
  }
  const { name } = found.integration.manifest;
  const operation = (await catalog.operations(name))[found.function.name];
  if (operation) return operation;
  throw new Error(
    `${found.integration.folder} lists ${found.function.name} and does not export it. Build the package.`,
  );
}

function environmentAccounts(env: Environment): AccountResolver {
  return ({ integration, name: fn }, name) => {
    if (name === 'default') return accountFromEnv(integration, env);
    throw new KosmoError({
      code: 'missing_credentials',
      message: `no account ${quoteText(name)}: only default, from environment variables, is configured`,
      integration: integration.name,
      function: fn,
      account: name,
    });
  };
}

function settings({ policy = askPolicy(), transport, timeoutMs }: HostOptions): Partial<Account> {
  return { policy, ...(transport && { transport }), ...(timeoutMs !== undefined && { timeoutMs }) };
}

function callSettings({ signal, timeoutMs }: HostCallOptions): { signal?: AbortSignal; timeoutMs?: number } {
  return { ...(signal && { signal }), ...(timeoutMs !== undefined && { timeoutMs }) };
}
