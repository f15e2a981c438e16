import type { FunctionModel, IntegrationModel } from '../model/model.js';
import { className } from './class-name.js';
import { camelCase, isIdentifier, pascalCase } from './syntax/typescript.js';

/** What the SDK calls everything, for each target that prints code or prose about the SDK. */
export interface SdkNames {
  /** The class: `Upstash`. */
  readonly client: string;
  /** What its constructor takes: `UpstashAccount`. */
  readonly options: string;
  /** What a variable that holds a client is called: `upstash`. */
  readonly variable: string;
  /** The function that makes an account of the options: `upstashAccount`. */
  readonly account: string;
  /** By the API's name in the spec: `redisApi`. */
  readonly apis: ReadonlyMap<string, string>;
  /** By the credential's name in the spec: `redisUrlCredential`. */
  readonly credentials: ReadonlyMap<string, string>;
  /** By the function's name in the spec. */
  readonly functions: ReadonlyMap<string, FunctionNames>;
  /** By the shared type's name in the spec. */
  readonly types: ReadonlyMap<string, string>;
}

export interface FunctionNames {
  /** The exported function and the method: `getKey`. */
  readonly call: string;
  /** `getKeyOperation`. */
  readonly operation: string;
  /** `GetKeyArgs`. */
  readonly args: string;
  /** `GetKeyResult`. */
  readonly result: string;
  /** For paged functions, the one that yields items: `listDatabasesEach`. */
  readonly each: string;
  /** For paged functions, the type of an item: `ListDatabasesItem`. */
  readonly item: string;
}

/** Names that generated modules import or that the language gives a meaning: `then` would make a client a promise. */
const takenValues = (
  'integration details errors operations execute eachItem accountFromEnv keepSecrets undefined ' +
  'KosmoError isKosmoError JSON String constructor then'
).split(' ');
const takenTypes = (
  'Account AccountOptions Api AsyncGenerator CallOptions Credential Environment ErrorCode ErrorRules HostOperation Integration ' +
  'IntegrationDetails KosmoError Operation PendingCall Promise Readonly Record ' +
  'any bigint boolean never null number object string symbol undefined unknown'
).split(' ');

const made = new WeakMap<IntegrationModel, SdkNames>();

/** Spells every name of an integration's SDK; a name that is taken gets an underscore. */
export function sdkNames(model: IntegrationModel): SdkNames {
  const names = made.get(model) ?? makeNames(model);
  made.set(model, names);
  return names;
}

function makeNames(model: IntegrationModel): SdkNames {
  const types = new Set(takenTypes);
  const values = new Set(takenValues);
  const client = claim(types, model.className ?? className(model));
  const options = claim(types, `${client}Account`);
  const calls = model.functions.map((fn) => claim(values, camelCase(fn.words)));
  const functions = model.functions.map(
    (fn, index) => [fn.name, functionNames(fn, calls[index]!, values, types)] as const,
  );
  return {
    client,
    options,
    account: claim(values, `${camelCase(model.words)}Account`),
    apis: claimAll(
      values,
      model.apis.map(({ name }) => name),
      'Api',
    ),
    credentials: claimAll(
      values,
      model.credentials.map(({ name }) => name),
      'Credential',
    ),
    variable: claim(new Set(['result', 'item']), camelCase(model.words)),
    functions: new Map(functions),
    types: new Map(model.types.map(({ name }) => [name, claim(types, name)])),
  };
}

function functionNames(
  { words }: FunctionModel,
  call: string,
  values: Set<string>,
  types: Set<string>,
): FunctionNames {
  const pascal = pascalCase(words);
  return {
    call,
    operation: claim(values, `${call}Operation`),
    args: claim(types, `${pascal}Args`),
    result: claim(types, `${pascal}Result`),
    each: claim(values, `${call}Each`),
    item: claim(types, `${pascal}Item`),
  };
}

function claimAll(taken: Set<string>, names: readonly string[], suffix: string): ReadonlyMap<string, string> {
  const spell = (name: string) => camelCase([...name.split('_').filter(Boolean), suffix]);
  return new Map(names.map((name) => [name, claim(taken, spell(name))]));
}

function claim(taken: Set<string>, wanted: string): string {
  let name = wanted;
  while (taken.has(name) || !isIdentifier(name)) {
    if (name.length > wanted.length + 9)
      throw new TypeError(`not a TypeScript name: ${JSON.stringify(wanted)}`);
    name += '_';
  }
  taken.add(name);
  return name;
}
