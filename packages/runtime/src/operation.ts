/**
 * The data that a generated package exports for each of its functions, and all
 * that `execute` needs to run one. Data only: compiled JMESPath expressions are
 * the single kind of code in it.
 */

/** A compiled JMESPath expression. Yields null where the path leads nowhere. */
export type Expression = (scope: Scope) => unknown;

/** What an expression can read. Which of these are set depends on where it stands. */
export interface Scope {
  /** The call's arguments, defaults and generated values included. */
  readonly args?: Readonly<Record<string, unknown>>;
  /** The account's credentials that are not secret, by their name in the spec. */
  readonly credentials?: Readonly<Record<string, string>>;
  /** The last reply: status code, headers with lower-case names, decoded body. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Replies of the named steps that have run so far. */
  readonly steps?: Readonly<Record<string, Reply | null>>;
  /** All items, when the function collects its pages. */
  readonly items?: readonly unknown[];
  /** The selected value: what `select` gave, or the body. Only for `paginate.items`. */
  readonly result?: unknown;
}

/** One decoded reply. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * A value with holes. Literals stand for themselves. `{ $value }` is a param, a
 * step's `with` name or a credential, with its JSON type kept; `{ $text }` joins its
 * parts into one string; `{ $optional }`, in a list, is spliced in, or left out whole
 * when a value in it is absent. An object's property whose value is absent is left out.
 */
export type Template =
  | string
  | number
  | boolean
  | null
  | { readonly $value: string }
  | { readonly $text: readonly (string | { readonly $value: string })[] }
  | { readonly $optional: readonly Template[] }
  | readonly Template[]
  | { readonly [key: string]: Template };

/** JSON Schema 2020-12; params use the keywords that `validateArguments` documents. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** One param: its JSON Schema, whether it must be given, and where its value comes from otherwise. */
export interface Param {
  readonly schema: JsonSchema;
  readonly required?: boolean;
  /** Sent when the caller gives nothing. */
  readonly default?: unknown;
  /** A fresh value per call, the same on every retry of that call. */
  readonly generate?: 'uuid4';
}

/** One HTTP request and which replies to it count as success. */
export interface Request {
  /** A key of `integration.apis`. */
  readonly api: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path segments below the API's base URL; each is encoded for itself. */
  readonly path: readonly Template[];
  readonly query?: Readonly<Record<string, Template>>;
  readonly headers?: Readonly<Record<string, Template>>;
  /** Sent as JSON. */
  readonly body?: Template;
  /** Accepted status codes. */
  readonly status: readonly number[];
  /** How the reply's body is decoded. Default: json. */
  readonly format?: 'json' | 'text' | 'markdown';
  /** For text and markdown: regular expressions (flags: m), each naming a field by its first group. */
  readonly extract?: Readonly<Record<string, string>>;
}

/** A named request of a function that needs several. */
export interface Step extends Request {
  readonly name: string;
  /** Runs only when this is truthy (JMESPath's idea of true). A step left out reads as null. */
  readonly when?: Expression;
  /** Names, for this step's templates, computed from what came before. */
  readonly with?: Readonly<Record<string, Expression>>;
}

/** How a function walks pages. */
export interface Pagination {
  readonly style: 'page' | 'offset' | 'cursor' | 'link';
  /** The name that carries the position: a param, or a name that only the runtime sets. Unused by `link`. */
  readonly param?: string;
  /** The first position. Default: the param's default; 1 for page, 0 for offset. */
  readonly start?: unknown;
  /** The next position, read from the reply; null ends. Default: page + 1, offset + items; ends on an empty page. */
  readonly next?: Expression;
  /** A position that ends the walk, besides null and "". */
  readonly end?: unknown;
  /** The items of one page, read from { args, status, headers, body, result }. */
  readonly items: Expression;
  /** Walk all pages inside one call; `select` then sees `items`. */
  readonly collect?: boolean;
  /** Most items that `collect` gathers; one more is `limit_exceeded`. */
  readonly limit?: number;
  /** Drop repeated items while collecting. */
  readonly unique?: boolean;
}

/** When a reply is an error although its status was accepted, and how to tell what went wrong. */
export interface ErrorRules {
  /** Truthy: the reply is an error, under any status. */
  readonly when?: Expression;
  /** The vendor's message. The first rule set (function, then integration) that gives a string wins. */
  readonly message?: Expression;
  /** Advice added to the message; the first whose `when` is truthy. */
  readonly hints?: readonly { readonly when: Expression; readonly hint: string }[];
}

/** How often a call may be sent: `quality.md`'s retry classes. */
export type Idempotency = 'safe' | 'idempotent' | 'keyed' | 'none';

/** A generated function, as data. `Args` and `Result` exist for the type checker alone. */
export interface Operation<Args = unknown, Result = unknown> {
  readonly integration: Integration;
  /** snake_case, without the namespace: `get_key`. */
  readonly name: string;
  readonly kind: 'read' | 'write';
  /** May overwrite or delete. */
  readonly destructive: boolean;
  readonly idempotency: Idempotency;
  readonly params: Readonly<Record<string, Param>>;
  /** One request; or several, in order. */
  readonly steps: readonly Step[];
  /** Shapes the replies into the result. Absent: the last reply's body. */
  readonly select?: Expression;
  readonly paginate?: Pagination;
  readonly errors?: ErrorRules;
  /** Never set. */
  readonly $types?: { readonly args: Args; readonly result: Result };
}

/** One way to authenticate; usable when every credential that its templates name is present. */
export type Auth =
  | { readonly bearer: Template }
  | { readonly basic: { readonly username: Template; readonly password: Template } }
  | { readonly header: { readonly name: string; readonly value: Template } }
  | { readonly query: { readonly name: string; readonly value: Template } }
  | { readonly none: true };

export interface Api {
  readonly base_url: Template;
  /** The first alternative whose credentials are all present is used. */
  readonly auth: readonly Auth[];
}

export interface Credential {
  readonly type: 'string' | 'url' | 'secret';
  /** The environment variable that sets it for the default account. */
  readonly env: string;
  /** For url: the hosts it may name; `*.` stands for any subdomain. */
  readonly hosts?: readonly string[];
}

/** What all functions of an integration share. */
export interface Integration {
  /** As in the spec's folder name: `upstash-redis-start`. */
  readonly name: string;
  readonly credentials: Readonly<Record<string, Credential>>;
  readonly apis: Readonly<Record<string, Api>>;
  readonly errors?: ErrorRules;
  /** Keys whose values never appear in a result or an error, at any depth. */
  readonly redact: readonly string[];
}
