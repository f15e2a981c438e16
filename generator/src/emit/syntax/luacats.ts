import type { JsonSchema } from '@kosmokrator/runtime';
import { Emitted } from '../emitted.js';
import { luaKey, luaPath, luaString } from './lua.js';

/** A LuaCATS class: what a schema of an object becomes. */
export interface LuaClass {
  readonly name: Emitted;
  readonly description: string;
  readonly fields: readonly LuaField[];
  /** Objects that may have fields beside the named ones. */
  readonly open: boolean;
}

export interface LuaField {
  /** Ends with `?` where the field may be absent. */
  readonly key: Emitted;
  readonly type: Emitted;
  readonly description: string;
}

/** Gathers the classes that types need while it spells the types. One a file. */
export class LuaTypes {
  readonly #namespace: string;
  readonly #classes = new Map<string, LuaClass>();

  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  /** In the order in which they were first needed, each before what it contains. */
  get classes(): readonly LuaClass[] {
    return [...this.#classes.values()];
  }

  /** The type of the values that a schema describes; its objects become classes named after `path`. */
  type(schema: JsonSchema, path: readonly string[]): Emitted {
    return new Emitted(union(this.#alternatives(schema, path)));
  }

  #alternatives(schema: JsonSchema, path: readonly string[]): string[] {
    if (typeof schema['$ref'] === 'string') return [this.#reference(schema['$ref'])];
    const literals = 'const' in schema ? [schema['const']] : schema['enum'];
    if (Array.isArray(literals)) return literals.map(literalType);
    const branches = schema['anyOf'] ?? schema['oneOf'];
    if (Array.isArray(branches))
      return branches.flatMap((branch) => this.#alternatives(branch as JsonSchema, path));
    return [schema['type'] ?? impliedType(schema)]
      .flat()
      .map((type) => this.#named(String(type), schema, path));
  }

  #named(type: string, schema: JsonSchema, path: readonly string[]): string {
    if (type === 'array') return this.#list(schema, path);
    if (type === 'object') return this.#object(schema, path);
    return scalars[type] ?? 'any';
  }

  #list(schema: JsonSchema, path: readonly string[]): string {
    const items = this.type(asSchema(schema['items']), path).text;
    return /[|?]/.test(items) ? `(${items})[]` : `${items}[]`;
  }

  #object(schema: JsonSchema, path: readonly string[]): string {
    const properties = Object.entries(asSchema(schema['properties']));
    const rest = asSchema(schema['additionalProperties']);
    if (properties.length === 0) return `table<string, ${this.type(rest, [...path, 'value']).text}>`;
    return this.declare(schema, path).text;
  }

  /** Adds the class of an object's schema and gives its name. */
  declare(schema: JsonSchema, path: readonly string[]): Emitted {
    const name = this.#freeName(path);
    const required = new Set((schema['required'] ?? []) as string[]);
    const described = { description: describe(schema), open: schema['additionalProperties'] !== false };
    // Reserves the place, so that a class stands before the classes of its fields.
    this.#classes.set(name.text, { name, fields: [], ...described });
    const fields = Object.entries(asSchema(schema['properties'])).map(([key, value]) => {
      const property = asSchema(value);
      const types = this.#alternatives(property, [...path, key]);
      const present = types.filter((type) => type !== 'nil');
      const optional = !required.has(key) || present.length < types.length;
      return {
        key: new Emitted(luaKey(key).text + (optional ? '?' : '')),
        type: new Emitted(union(present)),
        description: describe(property),
      };
    });
    this.#classes.set(name.text, { name, fields, ...described });
    return name;
  }

  #freeName(path: readonly string[]): Emitted {
    const segments = path.map((segment) => segment.replace(/\W/g, '_').replace(/^(?=\d|$)/, '_'));
    const base = luaPath(this.#namespace, ...segments);
    let name = base;
    for (let count = 2; this.#classes.has(name.text); count++) name = new Emitted(`${base.text}_${count}`);
    return name;
  }

  #reference(ref: string): string {
    return luaPath(this.#namespace, ref.replace('#/types/', '')).text;
  }
}

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  null: 'nil',
};

function impliedType(schema: JsonSchema): string {
  if ('properties' in schema) return 'object';
  return 'items' in schema ? 'array' : 'any';
}

function literalType(value: unknown): string {
  if (typeof value === 'string') return luaString(value).text;
  if (typeof value === 'boolean' || Number.isInteger(value)) return String(value);
  if (value === null) return 'nil';
  return typeof value === 'number' ? 'number' : 'any';
}

function union(types: readonly string[]): string {
  const distinct = [...new Set(types)];
  if (distinct.includes('any')) return 'any';
  return distinct.length === 0 ? 'nil' : distinct.join('|');
}

function asSchema(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null ? (value as JsonSchema) : {};
}

function describe(schema: JsonSchema): string {
  return typeof schema['description'] === 'string' ? schema['description'] : '';
}
