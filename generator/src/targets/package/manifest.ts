import { isPaged } from '../../emit/pages.js';
import type { CredentialModel, FunctionModel, IntegrationModel } from '../../model/model.js';

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
    functions: model.functions.map(functionEntry),
  };
}

function credentialEntry({ name, type, env, description }: CredentialModel): object {
  return { name, type, env, description };
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
