import type { Call, ErrorContext } from './call.js';

/**
 * What a generated package exports for each of its functions, and all that `execute`
 * needs to run one: data, expressions and templates compiled to functions, and those
 * stages of the runtime that not every function needs. A bundler leaves out the rest.
 * The generated code takes them from `@kosmokrator/runtime/parts`.
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
  readonly status?: number | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Replies of the named steps that have run so far. */
  readonly steps?: Readonly<Record<string, Reply | NoReply | null>>;
  /** All items, when the function collects its pages. */
  readonly items?: readonly unknown[];
  /** The selected value: what `select` gave, or the body. Only for `paginate.items` and `connects`. */
  readonly result?: unknown;
}

/** One decoded reply. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What expressions read in place of the reply to an optional step that has failed. */
export interface NoReply {
  readonly status: null;
  readonly headers: Readonly<Record<string, never>>;
  readonly body: null;
}

/**
 * Gives the value of a name while a request is put together: of a step's `with` name,
 * else of a param, else of a credential. Undefined when it is absent.
 */
export type Get = (name: string) => unknown;

/** A JSON Schema, as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * Throws `invalid_argument` when a value breaks a rule. The path names the place: `filter.tags[1]`. What it returns,
 * unless that is undefined, takes the place of the value: digits that came as text become a BigInt.
 */
export type Check = (value: unknown, path: string) => unknown;

/** One param: its rules, whether it must be given, and where its value comes from otherwise. */
export interface Param {
  /** One for each keyword of its schema. */
  readonly checks: readonly Check[];
  /** Reads a given value before it is checked: `copyJson`, unless the checks let nothing through but texts and booleans; `respell`. */
  readonly copy?: (value: unknown, path: string) => unknown;
  readonly required?: boolean;
  /** null is a value of it. Otherwise null counts as absent. */
  readonly nullable?: boolean;
  /** Sent when the caller gives nothing. */
  readonly default?: unknown;
  /** Makes a fresh value per call, the same on every retry of that call. */
  readonly generate?: () => unknown;
}

/** One HTTP request and which replies to it count as success. */
export interface Request {
  readonly api: Api;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query below the API's base URL, encoded. */
  readonly path: (get: Get) => string;
  /** Lower-case names. */
  readonly headers?: (get: Get) => Readonly<Record<string, string>>;
  /** JSON text, or undefined for none. */
  readonly body?: (get: Get) => string | undefined;
  /** Accepted status codes. */
  readonly status: readonly number[];
  /** How the body of an accepted reply is read. Default: as JSON. */
  readonly format?: ReplyFormat;
}

/** A way to read replies that are not JSON. */
export interface ReplyFormat {
  /** The Accept header. */
  readonly accept: string;
  /** The body. Throws `bad_response` when it is not what it should be. */
  readonly read: (text: string) => unknown;
}

/** A named request of a function that needs several. */
export interface Step extends Request {
  /** Absent where it is the only one. */
  readonly name?: string;
  /** Runs only when this is truthy (JMESPath's idea of true). A step left out reads as null. */
  readonly when?: Expression;
  /** The call goes on when this request fails, and the step reads as `NoReply`. Default: false. */
  readonly optional?: boolean;
  /** Names that only this step's request sees, computed from what came before. */
  readonly with?: Readonly<Record<string, Expression>>;
}

/** How a function walks pages. */
export interface Pagination {
  readonly style: 'page' | 'offset' | 'cursor' | 'link';
  /** The name that carries the position: a param, or a name that only the runtime sets. Unused by `link`. */
  readonly param?: string;
  /** The first position. Default: the param's default; 1 for page, 0 for offset. */
  readonly start?: unknown;
  /** The next position, read from the reply; null, "" and false end. Default: page + 1, offset + items; ends on an empty page. */
  readonly next?: Expression;
  /** The address of the next page, read from the reply to a page's address; `nextLink`. Style `link` has it, and no other. */
  readonly link?: (scope: Scope, url: string) => string | undefined;
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
  readonly when: readonly Expression[];
  /** The vendor's message: the first that gives a text. None of them throws: see `quiet`. */
  readonly message: readonly Expression[];
  /** Advice added to the message: the first that gives some. */
  readonly hints: readonly Hint[];
}

/** Advice for an error with this message, or a false value when it has none. */
export type Hint = (message: string, scope: Scope) => string | false | undefined;

/** How often a call may be sent. `none`: never again once it may have arrived. */
export type Idempotency = 'safe' | 'idempotent' | 'keyed' | 'none';

/** A generated function. `Args` and `Result` exist for the type checker alone. */
export type Operation<Args = unknown, Result = unknown> = OperationParts<Args, Result> & (Read | Write);

interface Read {
  readonly kind: 'read';
  readonly idempotency: 'safe';
  readonly key?: undefined;
  readonly guard?: undefined;
}

interface Write {
  readonly kind: 'write';
  readonly idempotency: Exclude<Idempotency, 'safe'>;
  /** The param that carries the key of a keyed one. Default: the one that is generated. */
  readonly key?: string;
  /** `writeGuard`: tells when it may have happened although it failed. Without it a write would be sent again like a read. */
  readonly guard: WriteGuard;
}

interface OperationParts<Args, Result> {
  readonly integration: Integration;
  /** snake_case, without the namespace: `get_key`. */
  readonly name: string;
  /** May overwrite or delete. Default: false. */
  readonly destructive?: boolean;
  /** The credentials that a call may use, by their names in the spec. */
  readonly credentials: Readonly<Record<string, Credential>>;
  readonly params: Readonly<Record<string, Param>>;
  /** `didYouMean`, where the params are too many to list them all when one is misspelled. */
  readonly suggest?: (name: string, known: readonly string[]) => string;
  /** One request; or several, in order. */
  readonly steps: readonly Step[];
  /** Sends the requests: `runRequest` for a single one, `runSteps`, or `runPages`. */
  readonly run: (call: Call) => Promise<Scope>;
  /** Shapes the replies into the result, and fails on those that lack what it needs. Absent: the last reply's body. */
  readonly select?: Expression;
  readonly paginate?: Pagination;
  readonly errors: ErrorRules;
  /** Never set. */
  readonly $types?: { readonly args: Args; readonly result: Result };
}

/** Keeps the books on what a write has, or may have, changed, and says which replies are worth another try. */
export interface WriteGuard {
  /** Statuses that may be answered with another try. Undefined: those of a read. */
  readonly transient: (call: Call) => RegExp | undefined;
  /** A request of the call has been answered. */
  readonly sent: (call: Call, request: Request) => void;
  /** A request has failed. */
  readonly failed: (call: Call, request: Request, error: Error) => void;
  /** The call fails with this error. */
  readonly explain: (call: ErrorContext, error: Error) => void;
}

/** Where one API is, and what proves who is calling. */
export interface Api {
  /** The name in the spec: `redis`. */
  readonly name: string;
  readonly base_url: (get: Get) => string;
  readonly auth: Auth;
}

/**
 * Makes the proof from credentials. For an API with several ways to choose from: `present` has those of the
 * account, and `used` names those of the base URL.
 */
export type Auth = (get: Get, present: Readonly<Record<string, string>>, used: readonly string[]) => Proof;

export interface Proof {
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Adds the proof to the address of a request. */
  readonly sign?: (url: string) => string;
  /** When none of several ways can be used: the credentials that each way lacks, as `show` writes them. Base URL included. */
  readonly missing?: (show: (name: string) => string) => string;
}

export interface Credential {
  readonly type: 'string' | 'url' | 'secret';
  /** The environment variable that sets it for the default account. */
  readonly env: string;
  /** For url: the hosts it may name; `*.` stands for any subdomain. */
  readonly hosts?: readonly string[];
}

/** What every call needs of its integration. */
export interface Integration {
  /** The name of the spec's folder: `acme-notes`. */
  readonly name: string;
  /** Keys whose values never appear in a result or an error, at any depth. */
  readonly redact: readonly string[];
}

/** All that there is to an integration besides its functions, which no single call needs. */
export interface IntegrationDetails extends Integration {
  readonly credentials: Readonly<Record<string, Credential>>;
  readonly apis: Readonly<Record<string, Api>>;
}

/** An operation as hosts get it from `Catalog.operation`. */
export type HostOperation<Args = unknown, Result = unknown> = Operation<Args, Result> & {
  readonly integration: IntegrationDetails;
};
