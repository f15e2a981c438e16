import { isPaged } from '../../emit/pages.js';
import type {
  ApiModel,
  CheckModel,
  CredentialModel,
  FunctionModel,
  IntegrationModel,
} from '../../model/model.js';
import { templateNames } from '../../spec/template.js';

/** The version of the manifest's own shape. */
const manifestVersion = 1;

/** What a host needs to list an integration, without its schemas and without loading its code. */
export function manifest(model: IntegrationModel): object {
  return {
    kosmokrator: manifestVersion,
    name: model.name,
    namespace: model.namespace,
    title: model.title,
    category: model.category,
    description: model.description,
    vendor_docs: model.vendorDocs,
    credentials: model.credentials.map(credentialEntry),
    apis: model.apis.map(({ name }) => name),
    needs: Object.fromEntries(model.apis.map(needsEntry)),
    checks: model.checks.map((check) => checkEntry(model, check)),
    functions: model.functions.map(functionEntry),
  };
}

function credentialEntry(credential: CredentialModel): object {
  const { name, type, env, description, page, clientEnv, hint } = credential;
  return {
    name,
    type,
    env,
    description,
    ...(page === undefined ? {} : { page }),
    ...(clientEnv === undefined ? {} : { client_env: clientEnv }),
    ...(hint === undefined ? {} : { example: hint }),
  };
}

/** The credentials in the base URL of an API, and those of each way to authenticate. */
function needsEntry({ name, baseUrl, auth }: ApiModel): [string, object] {
  return [name, { base_url: templateNames(baseUrl), auth: auth.map(({ credentials }) => credentials) }];
}

function checkEntry({ functions }: IntegrationModel, { function: name, args }: CheckModel): object {
  const steps = functions.find((fn) => fn.name === name)?.steps ?? [];
  return { function: name, args, apis: [...new Set(steps.map(({ api }) => api))] };
}

function functionEntry(fn: FunctionModel): object {
  const { name, fullName, title, keywords, kind, destructive, idempotency } = fn;
  return {
    name,
    full_name: fullName,
    title,
    ...(keywords === undefined ? {} : { keywords }),
    operation: kind,
    destructive,
    idempotency,
    paged: isPaged(fn),
  };
}
