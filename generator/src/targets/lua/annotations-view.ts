import type { JsonSchema } from '@kosmokrator/runtime';
import { acceptedSchema } from '../../emit/accepted-schema.js';
import type { Emitted } from '../../emit/emitted.js';
import { isPaged, luaPages } from '../../emit/pages.js';
import { provenance } from '../../emit/provenance.js';
import { schemaAt } from '../../emit/schema-at.js';
import { luaComment, luaDoc, luaKey, luaPath } from '../../emit/syntax/lua.js';
import { LuaTypes } from '../../emit/syntax/luacats.js';
import type { LuaClass, LuaField } from '../../emit/syntax/luacats.js';
import type { FunctionModel, IntegrationModel, TypeModel } from '../../model/model.js';

export interface AnnotationsView {
  readonly provenance: Emitted;
  readonly namespace: Emitted;
  readonly functionsClass: Emitted;
  readonly aliases: readonly AliasView[];
  readonly classes: readonly ClassView[];
  readonly functions: readonly FunctionView[];
}

interface ClassView {
  readonly name: Emitted;
  readonly doc: Emitted;
  readonly hasDoc: boolean;
  readonly fields: readonly (Pick<LuaField, 'key' | 'type'> & {
    readonly doc: Emitted;
    readonly hasDoc: boolean;
  })[];
  readonly open: boolean;
}

/** A shared type that is no object. */
interface AliasView {
  readonly name: Emitted;
  readonly type: Emitted;
  readonly doc: Emitted;
  readonly hasDoc: boolean;
}

interface FunctionView {
  readonly key: Emitted;
  readonly fullKey: Emitted;
  readonly doc: Emitted;
  readonly argsName: Emitted;
  readonly argsOptional: boolean;
  readonly hasArgs: boolean;
  readonly result: Emitted;
  /** The class of a function that has `each`, and what that gives. */
  readonly className: Emitted;
  readonly item: Emitted;
  readonly isPaged: boolean;
}

export function annotationsView(integration: IntegrationModel): AnnotationsView {
  const types = new LuaTypes(integration.namespace);
  const isObject = ({ schema }: TypeModel) => schema['properties'] !== undefined;
  for (const { name, schema } of integration.types.filter(isObject)) types.declare(schema, [name]);
  const others = integration.types.filter((type) => !isObject(type));
  const functions = integration.functions.map((fn) => functionView(fn, integration, types));
  return {
    provenance: luaComment(provenance(integration)),
    namespace: luaPath(integration.namespace),
    functionsClass: luaPath(integration.namespace, 'functions'),
    aliases: others.map((type) => aliasView(type, integration, types)),
    classes: types.classes.map(classView),
    functions,
  };
}

function aliasView({ name, schema }: TypeModel, integration: IntegrationModel, types: LuaTypes): AliasView {
  const type = types.type(schema, [name]);
  return { name: luaPath(integration.namespace, name), type, ...docOf(schema['description']) };
}

function functionView(fn: FunctionModel, integration: IntegrationModel, types: LuaTypes): FunctionView {
  const hasArgs = fn.params.length > 0;
  const argsPath = [fn.name, 'args'];
  const walk = luaPages(fn, integration);
  const argsName = hasArgs
    ? types.declare(argsSchema(fn), argsPath)
    : luaPath(integration.namespace, ...argsPath);
  const result = types.type(fn.returns, [fn.name, 'result']);
  const items = walk && schemaAt(fn.returns, walk.items, integration.types)?.['items'];
  return {
    key: luaKey(fn.name),
    fullKey: luaKey(fn.fullName),
    doc: luaDoc(fn.description),
    argsName,
    argsOptional: fn.params.every(({ required }) => !required),
    hasArgs,
    result,
    className: luaPath(integration.namespace, fn.name, 'pages'),
    item: types.type((items ?? {}) as JsonSchema, [fn.name, 'item']),
    isPaged: isPaged(fn),
  };
}

function argsSchema(fn: FunctionModel): JsonSchema {
  const properties = fn.params.map((param) => [
    param.name,
    { ...acceptedSchema(param), description: param.description },
  ]);
  const required = fn.params.filter((param) => param.required).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required,
    additionalProperties: false,
  };
}

function classView({ name, description, fields, open }: LuaClass): ClassView {
  const fieldViews = fields.map(({ key, type, description: text }) => ({ key, type, ...docOf(text) }));
  return { name, ...docOf(description), fields: fieldViews, open };
}

function docOf(text: unknown): { readonly doc: Emitted; readonly hasDoc: boolean } {
  const known = typeof text === 'string' ? text : '';
  return { doc: luaDoc(known), hasDoc: known.trim() !== '' };
}
