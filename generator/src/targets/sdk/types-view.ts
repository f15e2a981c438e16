import { join, type Emitted } from '../../emit/emitted.js';
import { sdkNames } from '../../emit/sdk-names.js';
import { identifier } from '../../emit/syntax/typescript.js';
import { typeDeclaration } from '../../emit/syntax/typescript-type.js';
import type { IntegrationModel } from '../../model/model.js';
import { header } from './header.js';
import { typeReferences } from './type-references.js';

/** `src/types.ts`. */
export interface TypesView {
  readonly header: Emitted;
  readonly empty: boolean;
  readonly types: Emitted;
}

export function typesView(model: IntegrationModel): TypesView {
  const names = sdkNames(model).types;
  const { context } = typeReferences(model);
  const declarations = model.types.map(({ name, schema }) =>
    typeDeclaration(identifier(names.get(name)!), schema, context),
  );
  return { header: header(model.source), empty: declarations.length === 0, types: join(declarations, '\n') };
}
