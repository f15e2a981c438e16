/**
 * The model: what a spec means, with every default applied, every name resolved and every
 * expression compiled. It is data only; each target makes its own view of it.
 */
import type { Idempotency, JsonSchema } from '@kosmokrator/runtime';
import type { RequestTemplate } from '../spec/template.js';

/** A JMESPath expression, compiled. */
export interface CompiledExpression {
  /** The text as the author wrote it. */
  readonly source: string;
  /** A JavaScript expression over a variable `s`, the scope. */
  readonly code: string;
  /** What `code` uses of `@kosmokrator/runtime/select`, sorted. */
  readonly names: readonly string[];
}

export interface IntegrationModel {
  /** `acme-notes`. */
  readonly name: string;
  /** The name as words: how each language spells it is its target's choice. */
  readonly words: readonly string[];
  /** `acme_notes`: in Lua, in full function names and in MCP. */
  readonly namespace: string;
  readonly title: string;
  /** What the SDK calls its class, where the title does not spell it. */
  readonly className?: string;
  readonly category: string;
  readonly description: string;
  readonly vendorDocs: string;
  /** The version of the released package; `0.0.0` before the first release. Owned by the release tool. */
  readonly version: string;
  readonly credentials: readonly CredentialModel[];
  readonly apis: readonly ApiModel[];
  readonly errors?: ErrorRulesModel;
  readonly redact: readonly string[];
  /** Calls that show whether credentials are right. */
  readonly checks: readonly CheckModel[];
  readonly types: readonly TypeModel[];
  /** Sorted by name. */
  readonly functions: readonly FunctionModel[];
  /** `overview.md`, verbatim. */
  readonly overview?: string;
  readonly skill: SkillModel;
  /** Repository-relative path of integration.yaml, with `/`. */
  readonly source: string;
}

/** What the spec itself tells the reader of the skill. */
export interface SkillModel {
  /** Phrases that complete "Use it when". */
  readonly useWhen: readonly string[];
  readonly avoidWhen: readonly string[];
  readonly tellUser: readonly string[];
  /** Names of functions whose first example is shown; empty when the spec leaves the choice. */
  readonly examples: readonly string[];
  readonly recipes: readonly RecipeModel[];
}

/** A script of several calls, and what it prints when it runs against the emulator. */
export interface RecipeModel {
  readonly title: string;
  readonly lua: string;
  readonly prints: string;
}

export interface CheckModel {
  /** Short name of a function that reads. */
  readonly function: string;
  readonly args: Readonly<Record<string, unknown>>;
}

export interface CredentialModel {
  /** snake_case, as in the spec. */
  readonly name: string;
  readonly words: readonly string[];
  readonly type: 'string' | 'url' | 'secret';
  readonly env: string;
  readonly description: string;
  /** Address of the page where the service issues it. */
  readonly page?: string;
  /** The variable that the service's own client takes, where it is another. */
  readonly clientEnv?: string;
  /** An example by the spec's author, which tells what the value looks like. */
  readonly hint?: string;
  readonly hosts?: readonly string[];
  /** What the examples use; `example-<name>` unless the spec gives one. Never a real secret. */
  readonly example: string;
}

export interface ApiModel {
  readonly name: string;
  readonly baseUrl: RequestTemplate;
  readonly auth: readonly AuthModel[];
}

/** One way to prove who calls, as `Auth` of the runtime has it, with the credentials that it needs. */
export interface AuthModel {
  readonly kind: 'bearer' | 'basic' | 'header' | 'query' | 'none';
  /** The runtime's `Auth` value. */
  readonly data: JsonSchema;
  readonly credentials: readonly string[];
}

export interface ErrorRulesModel {
  readonly when?: CompiledExpression;
  readonly message?: CompiledExpression;
  readonly hints: readonly HintModel[];
}

/** Exactly one of `match` and `when` is present. */
export interface HintModel {
  readonly match?: string;
  readonly when?: CompiledExpression;
  readonly hint: string;
}

/** A shared schema: one named type on every surface. */
export interface TypeModel {
  /** The name as the spec writes it: `Database`. */
  readonly name: string;
  readonly schema: JsonSchema;
}

export interface FunctionModel {
  /** `get_key`. */
  readonly name: string;
  readonly words: readonly string[];
  /** `upstash_get_key`. */
  readonly fullName: string;
  readonly title: string;
  readonly description: string;
  /** The end of `description`, which no list leaves out. */
  readonly important?: string;
  /** What people call it who do not know its name: for the search alone. */
  readonly keywords?: readonly string[];
  readonly kind: 'read' | 'write';
  readonly destructive: boolean;
  readonly idempotency: Idempotency;
  /** The param that carries the key of a `keyed` function. */
  readonly key?: string;
  /** Required ones first, then as written. */
  readonly params: readonly ParamModel[];
  readonly steps: readonly StepModel[];
  readonly select?: CompiledExpression;
  readonly connects?: ConnectsModel;
  readonly paginate?: PaginationModel;
  readonly errors?: ErrorRulesModel;
  /** JSON Schema of the result; `$ref`s point to `#/types/<Name>`. */
  readonly returns: JsonSchema;
  readonly examples: readonly ExampleModel[];
  /** Repository-relative path of the function's YAML file. */
  readonly source: string;
}

export interface ParamModel {
  readonly name: string;
  /** The author's, and which other spellings are accepted for which values. */
  readonly description: string;
  readonly required: boolean;
  /** Validation keywords only, `$ref`s inlined, without `description`, `default` and `required: true`. */
  readonly schema: JsonSchema;
  /** Other spellings that callers may use, each with the value that it stands for; of a list, of its items. */
  readonly values?: Readonly<Record<string, string>>;
  /** In the API's own spelling. */
  readonly default?: unknown;
  readonly generate?: 'uuid4';
}

export interface StepModel {
  /** `main` for a function with one request. */
  readonly name: string;
  readonly api: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: readonly RequestTemplate[];
  readonly query: Readonly<Record<string, RequestTemplate>>;
  readonly headers: Readonly<Record<string, RequestTemplate>>;
  readonly body?: RequestTemplate;
  readonly status: readonly number[];
  readonly format: 'json' | 'text' | 'markdown';
  readonly extract?: Readonly<Record<string, ExtractModel>>;
  readonly when?: CompiledExpression;
  /** The call goes on when the request fails. */
  readonly optional?: true;
  readonly with: Readonly<Record<string, CompiledExpression>>;
}

export interface ExtractModel {
  readonly pattern: string;
  readonly required: boolean;
}

/** The result is a set of credentials, for accounts of one or more integrations. */
export interface ConnectsModel {
  /** The param that names the account. */
  readonly param: string;
  /** Reads arguments only. */
  readonly id?: CompiledExpression;
  readonly expires?: CompiledExpression;
  /** Full name of the function that makes new ones. */
  readonly renew: string;
  readonly accounts: readonly ConnectedAccountModel[];
}

export interface ConnectedAccountModel {
  readonly integration: string;
  readonly credentials: readonly {
    readonly name: string;
    readonly value: CompiledExpression;
    readonly secret: boolean;
  }[];
}

export interface PaginationModel {
  readonly style: 'page' | 'offset' | 'cursor' | 'link';
  readonly param?: string;
  readonly start?: unknown;
  readonly next?: CompiledExpression;
  readonly end?: unknown;
  readonly items: CompiledExpression;
  readonly collect: boolean;
  readonly limit?: number;
  readonly unique: boolean;
}

/** One documented call, with the replies that it gets and what comes of them. */
export interface ExampleModel {
  readonly title: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Replies in the order in which they are asked for; empty when the example needs none. */
  readonly http: readonly ExampleReply[];
  /** The value the call returns; absent when the example shows an error. */
  readonly result?: unknown;
  /** Fields that the error must have. */
  readonly error?: { readonly code: string; readonly [field: string]: unknown };
  /** A script to show instead of the derived Lua snippet. */
  readonly lua?: string;
}

export interface ExampleReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON value, or a string when the reply is not JSON. */
  readonly body: unknown;
}
