/**
 * `reference.json` of a generated package: its functions in words. What it calls Markdown is on one line; titles, keywords
 * and kinds of functions are in the manifest, JSON Schemas in `schemas.json`. Its JSON Schema is published with the generator.
 */
export interface IntegrationReference {
  /** Version of this format. */
  readonly kosmokrator: 1;
  /** `acme-notes`. */
  readonly name: string;
  /** Markdown. */
  readonly title: string;
  /** What a user needs to begin: `no auth`, `Bearer token auth` or `API key auth`. */
  readonly auth: string;
  /** The class in the SDK: `AcmeNotes`. */
  readonly sdk: string;
  readonly functions: readonly FunctionReference[];
  /** A Lua script with each way to name an account; absent if no function has an example. */
  readonly accounts?: string;
}

export interface FunctionReference {
  /** As in the manifest: `get_key`. */
  readonly name: string;
  /** In the SDK: `getKey`. */
  readonly sdk: string;
  /** Markdown. */
  readonly description: string;
  /** In the words of Lua, which says nil; absent if they do not differ. The same goes for all members of this kind. */
  readonly lua_description?: string;
  /** Required ones first. */
  readonly params: readonly ParamReference[];
  /** The result in a sentence, as Markdown; absent if its fields tell everything. */
  readonly returns?: string;
  readonly lua_returns?: string;
  /** Of the result, or of each item of a list. */
  readonly fields: readonly FieldReference[];
  readonly examples: readonly ExampleReference[];
}

/** All but the name is Markdown that may stand in a table. */
export interface ParamReference {
  readonly name: string;
  /** In the words of JSON: `list of strings`. */
  readonly type: string;
  /** In the words of Lua; absent if they do not differ. */
  readonly lua_type?: string;
  readonly required: boolean;
  /** What it is for, its limits and its default. */
  readonly description: string;
  readonly lua_description?: string;
}

/** All of it is Markdown that may stand in a table. */
export interface FieldReference {
  /** A code span: `` `data[].name` ``. */
  readonly path: string;
  /** In the words of JSON: `string or null`. */
  readonly type: string;
  /** In the words of Lua, where they differ: `string or nil`. */
  readonly lua_type?: string;
  /** May be empty. */
  readonly description: string;
  readonly lua_description?: string;
}

export interface ExampleReference {
  /** Markdown. */
  readonly title: string;
  /** The code of the error that the call ends with; absent for a call that succeeds. */
  readonly error?: string;
  /** A script. */
  readonly lua: string;
}
