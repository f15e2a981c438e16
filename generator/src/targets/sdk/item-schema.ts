import type { JsonSchema } from '@kosmokrator/runtime';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';

type Schema = JsonSchema | boolean;

/** The schema of one item of a paged function: what `paginate.items` points at, when it is a path into the result. */
export function itemSchema(model: IntegrationModel, { returns, paginate }: FunctionModel): Schema {
  const [root, ...path] = paginate?.items.source.trim().split('.') ?? [];
  if (root !== 'result') return true;
  const list = path.reduce<Schema | undefined>((schema, name) => {
    const properties = resolve(model, schema)?.['properties'] as Readonly<Record<string, Schema>> | undefined;
    return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
  }, returns);
  return (resolve(model, list)?.['items'] as Schema | undefined) ?? true;
}

function resolve(model: IntegrationModel, schema: Schema | undefined): JsonSchema | undefined {
  let found = typeof schema === 'object' ? schema : undefined;
  // A chain of references may run in a circle; it is never longer than the list of types.
  for (let hops = 0; found?.['$ref'] !== undefined && hops <= model.types.length; hops++) {
    const ref = found['$ref'];
    found = model.types.find(({ name }) => ref === `#/types/${name}`)?.schema;
  }
  return found;
}
