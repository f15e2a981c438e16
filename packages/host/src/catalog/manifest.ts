import { isPlainObject } from '@kosmokrator/runtime/internal';
import type { Credential, Idempotency, JsonSchema } from '@kosmokrator/runtime';

/** `manifest.json` of a generated package: what a host knows of an integration without loading it. */
export interface Manifest {
  /** Version of this format. */
  readonly kosmokrator: 1;
  /** `acme-notes`. */
  readonly name: string;
  /** `acme_notes`: in Lua and in full function names. */
  readonly namespace: string;
  readonly title: string;
  readonly category: string;
  readonly description: string;
  readonly vendor_docs: string;
  readonly credentials: readonly ManifestCredential[];
  /** Names of its APIs. */
  readonly apis: readonly string[];
  /** By API, the credentials that it needs. Packages of earlier generators lack it. */
  readonly needs?: Readonly<Record<string, ManifestNeeds>>;
  /** Calls that show whether the credentials of an API are right. */
  readonly checks?: readonly ManifestCheck[];
  /** Sorted by name. */
  readonly functions: readonly ManifestFunction[];
}

export interface ManifestCredential {
  readonly name: string;
  readonly type: Credential['type'];
  readonly env: string;
  readonly description: string;
  /** https address of the page where the vendor issues it. */
  readonly page?: string;
  /** The variable that the vendor's own client takes, where it is another. */
  readonly client_env?: string;
  /** What it may look like; made up. */
  readonly example?: string;
}

/** All of `base_url`, unless the account has another base URL, and all of one way in `auth`. */
export interface ManifestNeeds {
  readonly base_url: readonly string[];
  readonly auth: readonly (readonly string[])[];
}

export interface ManifestCheck {
  /** Short name of a function that reads. */
  readonly function: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly apis: readonly string[];
}

export interface ManifestFunction {
  /** `get_key`. */
  readonly name: string;
  /** `upstash_get_key`. */
  readonly full_name: string;
  readonly title: string;
  /** Words that people use who do not know its name. They serve the search and are not shown. */
  readonly keywords?: readonly string[];
  readonly operation: 'read' | 'write';
  readonly destructive: boolean;
  readonly idempotency: Idempotency;
  /** It has pages to walk. */
  readonly paged: boolean;
}

/** `schemas.json` of a generated package. */
export interface Schemas {
  /** Shared types, which `$ref: "#/types/<Name>"` in an output schema means. */
  readonly types: Readonly<Record<string, JsonSchema>>;
  /** By function name. Input schemas carry descriptions and defaults. */
  readonly functions: Readonly<Record<string, FunctionSchemas>>;
}

export interface FunctionSchemas {
  readonly input: JsonSchema;
  readonly output: JsonSchema;
}

/** The manifest in a text, or an error that says what is wrong with it. */
export function parseManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Manifest;
  if (manifest?.kosmokrator !== 1)
    throw new Error('manifest.json has a version that this host cannot read; it reads version 1');
  const lists = [manifest.credentials, manifest.apis, manifest.functions];
  if (
    ![manifest.name, manifest.namespace].every((name) => typeof name === 'string') ||
    !lists.every(Array.isArray)
  ) {
    throw new Error('manifest.json must have name, namespace, credentials, apis and functions');
  }
  for (const [list, fits] of [
    ['functions', isFunction],
    ['credentials', isCredential],
  ] as const) {
    const at = manifest[list].findIndex((one: unknown) => !isPlainObject(one) || !fits(one));
    if (at >= 0)
      throw new Error(`${list}[${at}] of manifest.json is not what the generator of this version writes`);
  }
  return manifest;
}

const name = /^[a-z][a-z0-9_]*$/;
const variable = /^[A-Za-z_][A-Za-z0-9_]*$/;

function isFunction(given: Readonly<Record<string, unknown>>): boolean {
  return isLike(given['name'], name) && isLike(given['full_name'], name) && isLike(given['title'] ?? '', /^/);
}

/** Names of variables are printed for a shell. */
function isCredential(given: Readonly<Record<string, unknown>>): boolean {
  const { name: own, env, client_env: client = env } = given;
  return isLike(own, name) && isLike(env, variable) && isLike(client, variable);
}

function isLike(given: unknown, pattern: RegExp): boolean {
  return typeof given === 'string' && pattern.test(given);
}
