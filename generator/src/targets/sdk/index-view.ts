import { join, type Emitted } from '../../emit/emitted.js';
import { isPaged } from '../../emit/pages.js';
import { sdkNames, type SdkNames } from '../../emit/sdk-names.js';
import { docComment, identifier, imports, stringLiteral } from '../../emit/syntax/typescript.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';
import { takesNoRequiredArgs } from './function-view.js';
import { header } from './header.js';

/** `src/index.ts`. */
export interface IndexView {
  readonly header: Emitted;
  readonly imports: Emitted;
  readonly modules: readonly Emitted[];
  /** What callers need of the runtime. */
  readonly runtimeTypes: Emitted;
  readonly doc: Emitted;
  readonly client: Emitted;
  readonly options: Emitted;
  readonly makeAccount: Emitted;
  readonly needsCredentials: boolean;
  readonly methods: readonly MethodView[];
}

interface MethodView {
  readonly doc: Emitted;
  readonly call: Emitted;
  readonly operation: Emitted;
  readonly args: Emitted;
  readonly argsOptional: boolean;
  readonly result: Emitted;
  readonly paged: boolean;
  readonly each: Emitted;
  readonly item: Emitted;
}

export function indexView(model: IntegrationModel): IndexView {
  const names = sdkNames(model);
  const paged = model.functions.some(isPaged);
  return {
    header: header(model.source),
    imports: imports([
      {
        from: '@kosmokrator/runtime',
        values: ['accountFromEnv', 'execute', 'keepSecrets', ...(paged ? ['eachItem'] : [])],
        types: ['Account', 'AccountOptions', 'CallOptions', 'Environment', 'PendingCall'],
      },
      ...model.functions.map((fn) => {
        const { operation, args, result, item } = names.functions.get(fn.name)!;
        return {
          from: modulePath(fn),
          values: [operation],
          types: isPaged(fn) ? [args, result, item] : [args, result],
        };
      }),
      { from: './integration.js', values: ['details', names.account], types: [names.options] },
    ]),
    modules: model.functions.map((fn) => stringLiteral(modulePath(fn))),
    runtimeTypes: runtimeTypes(names),
    doc: docComment(`${model.title}: ${model.description}`),
    client: identifier(names.client),
    options: identifier(names.options),
    makeAccount: identifier(names.account),
    needsCredentials: model.credentials.length > 0,
    methods: model.functions.map((fn) => methodView(model, fn)),
  };
}

/** A type of the spec, or the client, may have the name of one that is only passed on: then it is not. */
function runtimeTypes({ client, options, types }: SdkNames): Emitted {
  const own = new Set([client, options, ...types.values()]);
  const passedOn = ['CallOptions', 'ErrorCode', 'PendingCall', 'WithResponse'].filter(
    (name) => !own.has(name),
  );
  return join(passedOn.map(identifier), ', ');
}

function methodView(model: IntegrationModel, fn: FunctionModel): MethodView {
  const names = sdkNames(model).functions.get(fn.name)!;
  return {
    doc: docComment(fn.description),
    call: identifier(names.call),
    operation: identifier(names.operation),
    args: identifier(names.args),
    argsOptional: takesNoRequiredArgs(fn),
    result: identifier(names.result),
    paged: isPaged(fn),
    each: identifier(names.each),
    item: identifier(names.item),
  };
}

function modulePath({ name }: FunctionModel): string {
  return `./functions/${name}.js`;
}
