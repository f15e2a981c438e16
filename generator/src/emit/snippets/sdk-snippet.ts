import type { FunctionModel, IntegrationModel } from '../../model/model.js';
import { Emitted } from '../emitted.js';
import { sdkNames } from '../sdk-names.js';
import { identifier, imports, wrappedLiteral, type Literal } from '../syntax/typescript.js';

/** A whole program that makes one call through the SDK, with credentials from the environment. */
export function sdkSnippet(
  model: IntegrationModel,
  fn: FunctionModel,
  args: Readonly<Record<string, unknown>>,
): Emitted {
  const names = sdkNames(model);
  const client = identifier(names.client).text;
  const variable = identifier(names.variable).text;
  const call = identifier(names.functions.get(fn.name)!.call).text;
  const given = Object.keys(args).length > 0 ? wrappedLiteral(args as Literal).text : '';
  // Whoever makes accounts says where they are kept.
  const keep = fn.connects !== undefined;
  const env = keep ? 'undefined, { connect: (made) => accounts.push(made) }' : '';
  return new Emitted(
    `${imports([{ from: `@kosmokrator/${model.name}`, values: [names.client] }]).text}\n` +
      `${keep ? 'const accounts: object[] = [];\n' : ''}` +
      `const ${variable} = ${client}.fromEnv(${env});\n` +
      `const result = await ${variable}.${call}(${given});`,
  );
}
