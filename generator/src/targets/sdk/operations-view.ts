import type { Emitted } from '../../emit/emitted.js';
import { sdkNames } from '../../emit/sdk-names.js';
import { identifier, imports, propertyName } from '../../emit/syntax/typescript.js';
import type { IntegrationModel } from '../../model/model.js';
import { header } from './header.js';

/** `src/operations.ts`. */
export interface OperationsView {
  readonly header: Emitted;
  readonly imports: Emitted;
  readonly operations: readonly { readonly name: Emitted; readonly operation: Emitted }[];
}

export function operationsView(model: IntegrationModel): OperationsView {
  const names = sdkNames(model).functions;
  const operations = model.functions.map(({ name }) => ({ name, operation: names.get(name)!.operation }));
  return {
    header: header(model.source),
    imports: imports([
      { from: '@kosmokrator/runtime', types: ['HostOperation'] },
      ...operations.map(({ name, operation }) => ({ from: `./functions/${name}.js`, values: [operation] })),
      { from: './integration.js', values: ['details'] },
    ]),
    operations: operations.map(({ name, operation }) => ({
      name: propertyName(name),
      operation: identifier(operation),
    })),
  };
}
