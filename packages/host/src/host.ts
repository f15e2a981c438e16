import {
  type Account,
  accountFromEnv,
  type CallOptions,
  type ConnectSink,
  didYouMean,
  eachBatch,
  eachItem,
  type Environment,
  execute,
  type HostOperation,
  KosmoError,
  parseJson,
  type Policy,
  type Transport,
} from '@kosmokrator/runtime';
import { quoteText } from '@kosmokrator/runtime/internal';
import { userPolicy } from './policy/user-policy.js';
import { createRedactor, type Redactor } from './redactor/create-redactor.js';
import type { Catalog } from './catalog/catalog.js';
import { defaultTransport } from './default-transport.js';
import { accountSecrets, environmentSecrets, knownBefore } from './known-secrets.js';
import { lateAccount } from './late-account.js';
import { prefixes } from './catalog/prefixes.js';
import type { RawReply, RawRequest } from './raw-request.js';

export interface HostOptions {
  readonly catalog: Catalog;
  /** Default: `process.env`. */
  readonly env?: Environment;
  /** Asked before every call. Default: `userPolicy()`: the user's rules, with nobody to ask. */
  readonly policy?: Policy;
  /** Knows the credentials of every account that is used. Default: a new one. */
  readonly redactor?: Redactor;
  /** Default: the account's own, else undici's, which checks the address of every connection. */
  readonly transport?: Transport;
  readonly timeoutMs?: number;
  /** Finds a named account. Default: the environment, which holds `default` only. */
  readonly accounts?: AccountResolver;
  /** Names, besides `default`, under which an integration has accounts. Default: none. */
  readonly accountNames?: AccountNames;
  /** Keeps the accounts that functions make: `accountSink`. Default: such a function fails before it sends anything. */
  readonly connect?: ConnectSink;
}

/** Throws `missing_credentials` for a name that it does not know. */
export type AccountResolver = (operation: HostOperation, name: string) => Account | Promise<Account>;

export type AccountNames = (integration: string) => readonly string[] | Promise<readonly string[]>;

export interface HostCallOptions extends CallOptions {
  /** Default: `default`. */
  readonly account?: string | undefined;
}

/** Calls functions of installed integrations by their full names. */
export interface Host {
  readonly catalog: Catalog;
  readonly accountNames: AccountNames;
  /** For all that the host's program prints: results and errors of calls have been through it. */
  readonly redactor: Redactor;
  call(fullName: string, args: unknown, options?: HostCallOptions): Promise<unknown>;
  /** Sends a request that no function makes, to an API of an integration: under the same policy and to its origins only. */
  request(integration: string, request: RawRequest, options?: HostCallOptions): Promise<RawReply>;
  /** The items of a paged function, page after page. */
  eachItem(
    fullName: string,
    args: unknown,
    options?: HostCallOptions,
  ): AsyncGenerator<unknown, void, undefined>;
  /** Gives the items of all pages as one list for each request. A request is sent when its list is asked for. */
  eachBatch(
    fullName: string,
    args: unknown,
    options?: HostCallOptions,
  ): AsyncGenerator<readonly unknown[], void, undefined>;
}

export function createHost(options: HostOptions): Host {
  const { catalog, env = process.env, accounts = environmentAccounts(env) } = options;
  const { accountNames = () => [], redactor = createRedactor() } = options;
  const { policy = userPolicy({ env, catalog }), connect } = options;
  const keeper = connect && knownBefore(redactor, connect);
  const transport = defaultTransport(env);
  const learned = new Set<string>();
  for (const { manifest } of catalog.namedBy(Object.keys(env)))
    redactor.add(...environmentSecrets(manifest.credentials, env));

  const findAccount = async (operation: HostOperation, name: string) => {
    const account = {
      transport,
      parseJson,
      name,
      ...(await accounts(operation, name)),
      ...settings(options),
      ...(keeper && { connect: keeper }),
    };
    redactor.add(...accountSecrets(operation.integration, account));
    return account;
  };
  // Some integrations read variables with a vendor's name, so their secrets are learned at the first call.
  const learnSecrets = ({ name, credentials }: HostOperation['integration']) => {
    if (learned.has(name)) return;
    learned.add(name);
    redactor.add(...environmentSecrets(Object.values(credentials), env));
  };
  const prepareAccount = (operation: HostOperation, call: HostCallOptions) => {
    learnSecrets(operation.integration);
    return lateAccount(call.account ?? 'default', policy, (name) => findAccount(operation, name));
  };
  const prepare = async (fullName: string, call: HostCallOptions) => {
    const operation = await findOperation(catalog, fullName);
    return { operation, account: prepareAccount(operation, call) };
  };
  type Walk<T> = (...prepared: Parameters<typeof eachItem>) => AsyncIterable<T>;
  async function* walk<T>(each: Walk<T>, fullName: string, args: unknown, call: HostCallOptions = {}) {
    try {
      const { operation, account } = await prepare(fullName, call);
      for await (const part of each(operation, args, account, call)) yield redactor.value(part);
    } catch (error) {
      throw redactor.error(error);
    }
  }
  return {
    catalog,
    accountNames,
    redactor,
    async call(fullName, args, call = {}) {
      try {
        const { operation, account } = await prepare(fullName, call);
        return redactor.value(await execute(operation, args, account, call));
      } catch (error) {
        throw redactor.error(error);
      }
    },
    async request(integration, request, call = {}) {
      try {
        const { rawOperation } = await import('./raw-request.js');
        const operation = rawOperation(await catalog.details(integration), request);
        const { api, path, query, body } = request;
        const reply = execute(operation, { api, path, query, body }, prepareAccount(operation, call), call);
        return redactor.value(await reply);
      } catch (error) {
        throw redactor.error(error);
      }
    },
    eachItem: (...call) => walk(eachItem, ...call),
    eachBatch: (...call) => walk(eachBatch, ...call),
  };
}

async function findOperation(catalog: Catalog, fullName: string): Promise<HostOperation> {
  const found = catalog.find(fullName);
  if (!found) {
    const hint = catalog.untrusted(...prefixes(fullName)) || didYouMean(fullName, catalog.functionNames);
    throw new KosmoError({ code: 'unknown_function', message: `no function ${quoteText(fullName)}${hint}` });
  }
  return catalog.operation(found.integration.manifest.name, found.function.name);
}

function environmentAccounts(env: Environment): AccountResolver {
  return ({ integration, name: fn }, name) => {
    if (name === 'default') return accountFromEnv(integration, env);
    throw new KosmoError({
      code: 'missing_credentials',
      message: `no account ${quoteText(name)}; the only account is default, which comes from environment variables`,
      integration: integration.name,
      function: fn,
      account: name,
    });
  };
}

function settings({ transport, timeoutMs }: HostOptions): Partial<Account> {
  return { ...(transport && { transport }), ...(timeoutMs !== undefined && { timeoutMs }) };
}
