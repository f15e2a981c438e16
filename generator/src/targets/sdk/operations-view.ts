import type { Emitted } from '../../emit/emitted.js';
import { sdkNames } from '../../emit/sdk-names.js';
import { identifier, propertyName, stringLiteral } from '../../emit/syntax/typescript.js';
import type { IntegrationModel } from '../../model/model.js';
import { header } from './header.js';

/** `src/operations.ts`. */
export interface OperationsView {
  readonly header: Emitted;
  readonly operations: readonly {
    readonly name: Emitted;
    readonly module: Emitted;
    readonly operation: Emitted;
  }[];
}

export function operationsView(model: IntegrationModel): OperationsView {
  const names = sdkNames(model).functions;
  return {
    header: header(model.source),
    operations: model.functions.map(({ name }) => ({
      name: propertyName(name),
      module: stringLiteral(`./functions/${name}.js`),
      operation: identifier(names.get(name)!.operation),
    })),
  };
}
