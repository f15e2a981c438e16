import type { ExampleModel, FunctionModel, IntegrationModel } from '../../model/model.js';
import { Emitted } from '../emitted.js';
import { sdkNames } from '../sdk-names.js';
import { identifier, imports, wrappedLiteral, type EmittedLiteral } from '../syntax/typescript.js';

/** A program that walks all pages of a paged function through the SDK; undefined for any other function. */
export function sdkPagesSnippet(
  model: IntegrationModel,
  fn: FunctionModel,
  { args }: ExampleModel,
): Emitted | undefined {
  if (!fn.paginate || fn.paginate.collect) return undefined;
  const names = sdkNames(model);
  const variable = identifier(names.variable).text;
  const each = identifier(names.functions.get(fn.name)!.each).text;
  const given = Object.keys(args).length > 0 ? wrappedLiteral(args as EmittedLiteral).text : '';
  return new Emitted(
    `${imports([{ from: `@kosmokrator/${model.name}`, values: [names.client] }]).text}\n` +
      `const ${variable} = ${identifier(names.client).text}.fromEnv();\n` +
      `for await (const item of ${variable}.${each}(${given})) {\n` +
      '  console.log(item);\n' +
      '}',
  );
}
