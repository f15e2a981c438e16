import { join, type Emitted } from '../../emit/emitted.js';
import { sdkNames } from '../../emit/sdk-names.js';
import {
  camelCase,
  docComment,
  identifier,
  imports,
  isIdentifier,
  propertyName,
} from '../../emit/syntax/typescript.js';
import type { CredentialModel, IntegrationModel } from '../../model/model.js';
import { helperImports, integrationTree, type Tree } from '../../operation/index.js';
import { header } from './header.js';
import { printTree } from './printed-tree.js';

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
  /** The name of the option: `redisUrl`. */
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
  const tree = integrationTree(model);
  const helpers = new Set<string>();
  const data = (part: Tree): Emitted => {
    const printed = printTree(model, part);
    for (const helper of printed.helpers) helpers.add(helper);
    return printed.data;
  };
  const apis = model.apis.map(({ name }) => ({
    name: identifier(names.apis.get(name)!),
    data: data(tree.apis[name]),
  }));
  const errors = data(tree.errors);
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
      ...helperImports([...helpers]),
    ]),
    options: identifier(names.options),
    account: identifier(names.account),
    credentials: model.credentials.map((credential) =>
      credentialView(model, credential, data(tree.credentials[credential.name])),
    ),
    settings: identifier(model.credentials.some((one) => one.name === 'settings') ? 'settings_' : 'settings'),
    apis,
    core: data(tree.integration),
    details: data(tree.details),
    errors,
  };
}

function credentialView(
  model: IntegrationModel,
  { name, words, env, description }: CredentialModel,
  data: Emitted,
): CredentialView {
  const option = camelCase(words);
  const variable = isIdentifier(option) ? option : `${option}_`;
  return {
    doc: docComment(`${description}\n\n\`fromEnv\` reads it from ${env}.`),
    option: propertyName(option),
    binding: binding(option, variable),
    member: binding(name, variable),
    name: identifier(sdkNames(model).credentials.get(name)!),
    data,
  };
}

function binding(property: string, variable: string): Emitted {
  return property === variable
    ? identifier(variable)
    : join([propertyName(property), identifier(variable)], ': ');
}
