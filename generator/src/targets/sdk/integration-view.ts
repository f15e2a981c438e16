import type { Emitted } from '../../emit/emitted.js';
import { sdkNames } from '../../emit/sdk-names.js';
import {
  camelCase,
  docComment,
  identifier,
  imports,
  literal,
  type Literal,
} from '../../emit/syntax/typescript.js';
import type { ApiModel, CredentialModel, IntegrationModel } from '../../model/model.js';
import { errorExpressions, errorRulesData, helpersOf } from './expression-data.js';
import { header } from './header.js';

/** `src/integration.ts`. */
export interface IntegrationView {
  readonly header: Emitted;
  readonly imports: Emitted;
  readonly options: Emitted;
  readonly credentials: readonly { readonly doc: Emitted; readonly name: Emitted }[];
  readonly data: Emitted;
}

export function integrationView(model: IntegrationModel): IntegrationView {
  return {
    header: header(model.source),
    imports: imports([
      { from: '@kosmokrator/runtime', types: ['AccountOptions', 'Integration'] },
      { from: '@kosmokrator/runtime/select', values: helpersOf(errorExpressions(model.errors)) },
    ]),
    options: identifier(sdkNames(model).options),
    credentials: model.credentials.map(credentialOption),
    data: literal(integrationData(model)),
  };
}

function credentialOption({
  words,
  description,
  env,
}: CredentialModel): IntegrationView['credentials'][number] {
  return {
    doc: docComment(`${description}\n\n\`fromEnv\` reads it from ${env}.`),
    name: identifier(camelCase(words)),
  };
}

function integrationData({ name, credentials, apis, errors, redact }: IntegrationModel): Literal {
  return {
    name,
    credentials: Object.fromEntries(
      credentials.map((credential) => [credential.name, credentialData(credential)]),
    ),
    apis: Object.fromEntries(apis.map((api) => [api.name, apiData(api)])),
    errors: errorRulesData(errors),
    redact,
  };
}

function credentialData({ type, env, hosts }: CredentialModel): Literal {
  return { type, env, hosts };
}

function apiData({ baseUrl, auth }: ApiModel): Literal {
  return { base_url: baseUrl, auth: auth.map(({ data }) => data as Literal) };
}
