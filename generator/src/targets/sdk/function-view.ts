import { join, type Emitted } from '../../emit/emitted.js';
import { inputSchema } from '../../emit/input-schema.js';
import { isPaged } from '../../emit/pages.js';
import { sdkNames, type FunctionNames } from '../../emit/sdk-names.js';
import { docComment, identifier, imports } from '../../emit/syntax/typescript.js';
import { typeDeclaration } from '../../emit/syntax/typescript-type.js';
import { tellsDefault } from '../../emit/tells-default.js';
import type { FunctionModel, IntegrationModel, ParamModel } from '../../model/model.js';
import { helperImports, operationTree } from '../../operation/index.js';
import { header } from './header.js';
import { itemSchema } from './item-schema.js';
import { printTree } from './printed-tree.js';
import { typeReferences, type TypeReferences } from './type-references.js';

/** `src/functions/<name>.ts`. */
export interface FunctionView {
  readonly header: Emitted;
  readonly imports: Emitted;
  /** Argument, result and item types. */
  readonly types: Emitted;
  readonly doc: Emitted;
  readonly options: Emitted;
  /** What the functions are called inside the module, and outside of it. */
  readonly local: Emitted;
  readonly call: Emitted;
  readonly renamed: boolean;
  readonly operation: Emitted;
  readonly data: Emitted;
  /** Makes an account of the options. */
  readonly makeAccount: Emitted;
  readonly args: Emitted;
  /** Every param may be left out. */
  readonly argsOptional: boolean;
  readonly result: Emitted;
  readonly paged: boolean;
  readonly each: Emitted;
  readonly item: Emitted;
}

export function functionView(model: IntegrationModel, fn: FunctionModel): FunctionView {
  const sdk = sdkNames(model);
  const names = sdk.functions.get(fn.name)!;
  const references = typeReferences(model);
  const paged = isPaged(fn);
  const types = declareTypes(model, fn, names, references);
  const { data, helpers, shared } = printTree(model, operationTree(model, fn));
  // What the operation is made of may have the function's name: `sort`, `query`.
  const renamed = helpers.includes(names.call);
  return {
    header: header(fn.source),
    imports: imports([
      {
        from: '@kosmokrator/runtime',
        values: ['execute', ...(paged ? ['eachItem'] : [])],
        types: ['CallOptions', 'Operation', 'PendingCall'],
      },
      ...helperImports(helpers),
      { from: '../integration.js', values: [...shared, sdk.account], types: [sdk.options] },
      { from: '../types.js', types: references.used },
    ]),
    types,
    doc: docComment(fn.description),
    options: identifier(sdk.options),
    local: identifier(renamed ? `${names.call}_` : names.call),
    call: identifier(names.call),
    renamed,
    operation: identifier(names.operation),
    data,
    makeAccount: identifier(sdk.account),
    args: identifier(names.args),
    argsOptional: takesNoRequiredArgs(fn),
    result: identifier(names.result),
    paged,
    each: identifier(names.each),
    item: identifier(names.item),
  };
}

/** Whether a call may leave its arguments out. */
export function takesNoRequiredArgs({ params }: FunctionModel): boolean {
  return !params.some((param) => param.required);
}

function declareTypes(
  model: IntegrationModel,
  fn: FunctionModel,
  names: FunctionNames,
  references: TypeReferences,
): Emitted {
  const args = inputSchema(fn.params.map(withDefaultInText));
  const { description: _, ...returns } = fn.returns;
  const declarations = [
    typeDeclaration(identifier(names.args), args, {
      ...references.context,
      undefinedIsAbsent: true,
      takesBigInt: true,
    }),
    typeDeclaration(identifier(names.result), returns, references.context),
  ];
  if (isPaged(fn)) {
    declarations.push(typeDeclaration(identifier(names.item), itemSchema(model, fn), references.context));
  }
  return join(declarations, '\n');
}

function withDefaultInText(param: ParamModel): ParamModel {
  if (param.default === undefined || tellsDefault(param)) return param;
  return {
    ...param,
    description: `${param.description}\n\nDefault: ${JSON.stringify(param.default)}`.trim(),
  };
}
