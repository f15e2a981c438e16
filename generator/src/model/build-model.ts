import type { ConnectedCredentials, FunctionFile, SpecFile } from '../load/spec-file.js';
import { parseTemplate, stringTemplate } from '../spec/parse-template.js';
import type {
  ApiSpec,
  AuthSpec,
  CredentialSpec,
  FunctionSpec,
  IntegrationSpec,
  SkillSpec,
} from '../spec/spec.js';
import { buildErrors, buildFunction } from './build-function.js';
import { buildTemplate } from './build-template.js';
import type { Compiler } from '../validate/compiler.js';
import type {
  ApiModel,
  AuthModel,
  CheckModel,
  CompiledExpression,
  CredentialModel,
  IntegrationModel,
  SkillModel,
} from './model.js';

/** Specs that validation has passed. */
export interface ValidIntegration {
  readonly integration: SpecFile<IntegrationSpec>;
  readonly functions: readonly FunctionFile<FunctionSpec>[];
  /** Credentials of the integrations that its functions connect, by name and credential. */
  readonly connected: ConnectedCredentials;
  readonly overview?: string;
  readonly version: string;
}

/** What the specs mean, every default applied and every expression compiled. */
export function buildModel(valid: ValidIntegration, compiler: Compiler): IntegrationModel {
  const { integration, functions, overview, version } = valid;
  const { value: spec, path } = integration;
  const compile = (source: string) => compiled(compiler, source);
  const isSecret = (name: string, credential: string) => {
    const known = name === spec.name ? spec.credentials : valid.connected.get(name);
    const type = known?.[credential]?.type;
    return type !== 'url' && type !== 'string';
  };
  return {
    name: spec.name,
    words: spec.name.split('-').filter(Boolean),
    namespace: spec.name.replaceAll('-', '_'),
    title: spec.title,
    ...(spec.class === undefined ? {} : { className: spec.class }),
    category: spec.category,
    description: spec.description,
    vendorDocs: spec.vendor_docs,
    version,
    credentials: Object.entries(spec.credentials ?? {}).map(buildCredential),
    apis: Object.entries(spec.apis).map(buildApi),
    ...(spec.errors ? { errors: buildErrors(spec.errors, compile) } : {}),
    redact: spec.redact ?? [],
    checks: buildChecks(spec.check),
    types: Object.entries(spec.types ?? {}).map(([name, schema]) => ({ name, schema })),
    functions: inOrder(functions, spec.functions).map((file) =>
      buildFunction(file, spec, { compile, isSecret }),
    ),
    ...(overview === undefined ? {} : { overview }),
    skill: buildSkill(spec.skill),
    source: path,
  };
}

/** The functions that the spec lists come first, in its order; the others follow by name, as they were loaded. */
function inOrder(
  functions: ValidIntegration['functions'],
  order: readonly string[] = [],
): ValidIntegration['functions'] {
  const place = ({ name }: { readonly name: string }) => order.indexOf(name) + 1 || order.length + 1;
  return functions.toSorted((a, b) => place(a) - place(b));
}

function compiled(compiler: Compiler, source: string): CompiledExpression {
  const result = compiler(source);
  if (!result.ok) throw new Error(`an invalid expression reached the model: ${source}`);
  return result.expression;
}

function buildCredential([name, spec]: [string, CredentialSpec]): CredentialModel {
  const { type, env, description, page, client_env: clientEnv, hosts, example } = spec;
  return {
    name,
    words: name.split('_').filter(Boolean),
    type,
    env,
    description,
    ...(page === undefined ? {} : { page }),
    ...(clientEnv === undefined ? {} : { clientEnv }),
    ...(example === undefined ? {} : { hint: example }),
    ...(hosts ? { hosts } : {}),
    example: example ?? defaultExample(name, spec),
  };
}

/** A value that the credential's own rules accept. */
function defaultExample(name: string, { type, hosts }: CredentialSpec): string {
  const text = `example-${name.replaceAll('_', '-')}`;
  return type === 'url' ? `https://${(hosts?.[0] ?? 'example.com').replace('*', text)}` : text;
}

function buildChecks(check: IntegrationSpec['check'] = []): CheckModel[] {
  return [check].flat().map((one) => {
    const { function: name, args = {} } = typeof one === 'string' ? { function: one } : one;
    return { function: name, args };
  });
}

function buildSkill({
  use_when: useWhen = [],
  avoid_when: avoidWhen = [],
  tell_user: tellUser = [],
  examples = [],
  recipes = [],
}: SkillSpec = {}): SkillModel {
  return { useWhen, avoidWhen, tellUser, examples, recipes };
}

function buildApi([name, { base_url, auth }]: [string, ApiSpec]): ApiModel {
  return { name, baseUrl: stringTemplate(base_url), auth: auth.map(buildAuth) };
}

function buildAuth(spec: AuthSpec): AuthModel {
  const [kind] = Object.keys(spec) as [AuthModel['kind']];
  const value = spec[kind];
  return {
    kind,
    data: { [kind]: kind === 'header' || kind === 'query' ? named(spec[kind]!) : buildTemplate(value) },
    credentials: credentialNames(value),
  };
}

/** The name of a header or query key is no template. */
function named({ name, value }: { readonly name: string; readonly value: string }) {
  return { name, value: stringTemplate(value) };
}

function credentialNames(value: unknown): string[] {
  const texts = typeof value === 'string' ? [value] : Object.values((value ?? {}) as object);
  const names = texts.flatMap((text) =>
    parseTemplate(String(text)).parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name])),
  );
  return [...new Set(names)];
}
