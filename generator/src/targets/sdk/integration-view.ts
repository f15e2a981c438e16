import { join, type Emitted } from '../../emit/emitted.js';
import { sdkNames } from '../../emit/sdk-names.js';
import {
  camelCase,
  docComment,
  identifier,
  imports,
  isIdentifier,
  literal,
  type Literal,
  propertyName,
} from '../../emit/syntax/typescript.js';
import type { ApiModel, CredentialModel, IntegrationModel } from '../../model/model.js';
import { apiCode } from '../../operation/index.js';
import { collectParts, type Parts } from './code-data.js';
import { errorExpressions, errorRulesData, helpersOf } from './expression-data.js';
import { header } from './header.js';

/** `src/integration.ts`. */
export interface IntegrationView {
  readonly header: Emitted;
  readonly imports: Emitted;
  readonly options: Emitted;
  readonly account: Emitted;
  readonly credentials: readonly CredentialView[];
  /** The variable of all that is no credential. */
  readonly settings: Emitted;
  readonly apis: readonly { readonly name: Emitted; readonly data: Emitted }[];
  readonly core: Emitted;
  readonly details: Emitted;
  readonly errors: Emitted;
}

interface CredentialView {
  readonly doc: Emitted;
  /** In the options: `redisUrl`. */
  readonly option: Emitted;
  /** Takes the option into a variable: `redisUrl`, or `default: default_`. */
  readonly binding: Emitted;
  /** Puts the variable under the name that the spec has: `redis_url: redisUrl`. */
  readonly member: Emitted;
  readonly name: Emitted;
  readonly data: Emitted;
}

export function integrationView(model: IntegrationModel): IntegrationView {
  const names = sdkNames(model);
  const parts = collectParts();
  const apis = model.apis.map((api) => ({
    name: identifier(names.apis.get(api.name)!),
    data: literal(apiData(model, api, parts)),
  }));
  const errors = literal(errorRulesData(model.errors, false, parts));
  const { name, redact } = model;
  return {
    header: header(model.source),
    imports: imports([
      {
        from: '@kosmokrator/runtime',
        types: [
          'Account',
          'AccountOptions',
          'ErrorRules',
          'Integration',
          'IntegrationDetails',
          ...(model.apis.length > 0 ? ['Api'] : []),
          ...(model.credentials.length > 0 ? ['Credential'] : []),
        ],
      },
      { from: '@kosmokrator/runtime/parts', values: parts.used },
      { from: '@kosmokrator/runtime/select', values: helpersOf(errorExpressions(model.errors)) },
    ]),
    options: identifier(names.options),
    account: identifier(names.account),
    credentials: model.credentials.map((credential) => credentialView(model, credential)),
    settings: identifier(model.credentials.some((one) => one.name === 'settings') ? 'settings_' : 'settings'),
    apis,
    core: literal({ name, redact }),
    details: literal({
      name,
      redact,
      credentials: members(names.credentials),
      apis: members(names.apis),
    }),
    errors,
  };
}

function credentialView(model: IntegrationModel, credential: CredentialModel): CredentialView {
  const { name, words, type, env, hosts, description } = credential;
  const option = camelCase(words);
  const variable = isIdentifier(option) ? option : `${option}_`;
  return {
    doc: docComment(`${description}\n\n\`fromEnv\` reads it from ${env}.`),
    option: propertyName(option),
    binding: binding(option, variable),
    member: binding(name, variable),
    name: identifier(sdkNames(model).credentials.get(name)!),
    data: literal({ type, env, hosts }),
  };
}

function binding(property: string, variable: string): Emitted {
  return property === variable
    ? identifier(variable)
    : join([propertyName(property), identifier(variable)], ': ');
}

function apiData(model: IntegrationModel, api: ApiModel, parts: Parts): Literal {
  const { baseUrl, auth } = apiCode(api, model.credentials);
  return { name: api.name, base_url: parts.emit(baseUrl), auth: parts.emit(auth) };
}

function members(names: ReadonlyMap<string, string>): Literal {
  return Object.fromEntries([...names].map(([name, variable]) => [name, identifier(variable)]));
}
