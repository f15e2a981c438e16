/** The two spec files as their authors write them. `integration-schema.ts` and `function-schema.ts` check these shapes. */
import type { ErrorCode, Idempotency, JsonSchema } from '@kosmokrator/runtime';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Format = 'json' | 'text' | 'markdown';

/** Keys and indexes from a file's root: `['params', 'key', 'minLength']`. */
export type SpecPath = readonly (string | number)[];

/** `integration.yaml`. */
export interface IntegrationSpec {
  readonly name: string;
  readonly title: string;
  /** What the SDK calls its class, where the title does not spell it. */
  readonly class?: string;
  readonly category: string;
  readonly description: string;
  readonly vendor_docs: string;
  readonly credentials?: Readonly<Record<string, CredentialSpec>>;
  readonly apis: Readonly<Record<string, ApiSpec>>;
  readonly errors?: ErrorsSpec;
  readonly redact?: readonly string[];
  readonly check?: string | CheckSpec | readonly (string | CheckSpec)[];
  readonly functions?: readonly string[];
  readonly types?: Readonly<Record<string, JsonSchema>>;
  readonly paginate?: PaginateSpec;
  readonly skill?: SkillSpec;
}

export interface SkillSpec {
  readonly use_when?: readonly string[];
  readonly avoid_when?: readonly string[];
  readonly tell_user?: readonly string[];
  readonly examples?: readonly string[];
  readonly recipes?: readonly { readonly title: string; readonly lua: string; readonly prints: string }[];
}

export interface CredentialSpec {
  readonly type: 'string' | 'url' | 'secret';
  readonly env: string;
  readonly description: string;
  /** Where the service issues it. */
  readonly page?: string;
  /** The variable that the service's own client takes, where it is another. */
  readonly client_env?: string;
  readonly hosts?: readonly string[];
  readonly example?: string;
}

/** A call that shows whether the credentials of an API are right. */
export interface CheckSpec {
  readonly function: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

export interface ApiSpec {
  readonly base_url: string;
  readonly auth: readonly AuthSpec[];
}

/** Exactly one of the keys is present. */
export interface AuthSpec {
  readonly bearer?: string;
  readonly basic?: { readonly username: string; readonly password: string };
  readonly header?: { readonly name: string; readonly value: string };
  readonly query?: { readonly name: string; readonly value: string };
  readonly none?: true;
}

export interface ErrorsSpec {
  readonly when?: string;
  readonly message?: string;
  readonly hints?: readonly HintSpec[];
}

/** Exactly one of `match` and `when` is present. */
export interface HintSpec {
  readonly match?: string;
  readonly when?: string;
  readonly hint: string;
}

export interface PaginateSpec {
  readonly style?: 'page' | 'offset' | 'cursor' | 'link';
  readonly param?: string;
  readonly start?: string | number;
  readonly next?: string;
  readonly end?: string | number;
  readonly items?: string;
  readonly collect?: boolean;
  readonly limit?: number;
  readonly unique?: boolean;
}

/** `functions/<name>.yaml`. */
export interface FunctionSpec {
  readonly title: string;
  readonly operation: 'read' | 'write';
  readonly destructive?: boolean;
  readonly idempotency?: Idempotency;
  readonly description: string;
  /** Sentences that come after the description, and that no surface leaves out. */
  readonly important?: string;
  readonly keywords?: readonly string[];
  /** Optional where the integration has a single API. */
  readonly api?: string;
  readonly request?: RequestSpec;
  readonly steps?: readonly StepSpec[];
  readonly params?: Readonly<Record<string, ParamSpec>>;
  readonly paginate?: true | PaginateSpec;
  readonly connects?: ConnectsSpec;
  readonly response?: ResponseSpec & { readonly select?: string };
  readonly returns: JsonSchema;
  readonly errors?: ErrorsSpec;
  readonly examples: readonly ExampleSpec[];
}

export interface RequestSpec {
  readonly method: Method;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface StepSpec {
  readonly name: string;
  readonly api?: string;
  readonly when?: string;
  readonly optional?: boolean;
  readonly with?: Readonly<Record<string, string>>;
  readonly request: RequestSpec;
  readonly response?: ResponseSpec;
}

export interface ResponseSpec {
  readonly status?: readonly number[];
  readonly format?: Format;
  readonly extract?: Readonly<Record<string, string | ExtractSpec>>;
}

export interface ExtractSpec {
  readonly pattern: string;
  readonly required?: boolean;
}

/** The result is a set of credentials. */
export interface ConnectsSpec {
  readonly param: string;
  readonly id?: string;
  readonly expires?: string;
  readonly renew?: string;
  /** By integration and credential. */
  readonly credentials: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** JSON Schema keywords beside the language's own. */
export interface ParamSpec {
  readonly description: string;
  readonly required?: boolean;
  /** Other spellings of its values, each with the API's own. */
  readonly values?: Readonly<Record<string, string>>;
  readonly default?: unknown;
  readonly generate?: 'uuid4';
  readonly in?: 'path' | 'query' | 'header' | 'body' | 'none';
  readonly as?: string;
  readonly [keyword: string]: unknown;
}

export interface ExampleSpec {
  readonly title: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly http?: ReplySpec | readonly ReplySpec[];
  readonly result?: unknown;
  readonly error?: { readonly code: ErrorCode; readonly [field: string]: unknown };
  readonly lua?: string;
}

export interface ReplySpec {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
