import type { ExampleModel, FunctionModel, IntegrationModel } from '../../model/model.js';
import { Emitted } from '../emitted.js';
import { usedCredentials } from '../../operation/credentials.js';
import { sdkNames } from '../sdk-names.js';
import {
  camelCase,
  identifier,
  imports,
  stringLiteral,
  wrappedLiteral,
  type EmittedLiteral,
} from '../syntax/typescript.js';

/** A whole program that makes an example's call through the SDK, and prints what the example says that it gives. */
export function sdkSnippet(model: IntegrationModel, fn: FunctionModel, example: ExampleModel): Emitted {
  const names = sdkNames(model);
  const client = identifier(names.client).text;
  const variable = identifier(names.variable).text;
  const call = `${variable}.${identifier(names.functions.get(fn.name)!.call).text}(${sdkArguments(example)})`;
  const env = fn.connects ? 'undefined, { connect: (made) => accounts.push(made) }' : '';
  const values = example.error ? ['isKosmoError', names.client] : [names.client];
  return new Emitted(
    `${imports([{ from: `@kosmokrator/${model.name}`, values }]).text}\n` +
      `${keptAccounts(fn)}const ${variable} = ${client}.fromEnv(${env});\n${callAndPrint(call, example)}`,
  );
}

/** The function that stands by itself, which a bundler takes without the rest of the package. */
export function sdkFunctionSnippet(
  model: IntegrationModel,
  fn: FunctionModel,
  example: ExampleModel,
): Emitted {
  const call = identifier(sdkNames(model).functions.get(fn.name)!.call).text;
  const from = `@kosmokrator/${model.name}/functions/${fn.name}`;
  const options = usedCredentials(model, fn).map(
    ({ words, env }) => `  ${identifier(camelCase(words)).text}: process.env[${stringLiteral(env).text}],\n`,
  );
  if (fn.connects) options.push('  connect: (made: object) => accounts.push(made),\n');
  const account = options.length === 0 ? '{}' : `{\n${options.join('')}}`;
  const given = sdkArguments(example);
  return new Emitted(
    `${imports([{ from, values: [call] }]).text}\n${keptAccounts(fn)}const account = ${account};\n` +
      callAndPrint(`${call}(account${given === '' ? '' : `, ${given}`})`, example),
  );
}

/** A program that makes accounts says where they are kept. */
function keptAccounts({ connects }: FunctionModel): string {
  return connects ? 'const accounts: object[] = [];\n' : '';
}

function sdkArguments({ args }: ExampleModel): string {
  return Object.keys(args).length > 0 ? wrappedLiteral(args as EmittedLiteral).text : '';
}

function callAndPrint(call: string, { result, error }: ExampleModel): string {
  if (error === undefined) {
    return `const result = await ${call};\nconsole.log(result);\n${commented(result as EmittedLiteral)}`;
  }
  const told = wrappedLiteral(error as EmittedLiteral, Infinity).text;
  return (
    `try {\n  await ${call.replaceAll('\n', '\n  ')};\n} catch (error) {\n` +
    `  if (!isKosmoError(error)) throw error;\n  console.log(error.code, error.message);\n}\n` +
    `// The error has ${told}`
  );
}

const mostLines = 24;

/** A value as a comment, cut where it is long. */
function commented(value: EmittedLiteral): string {
  const lines = wrappedLiteral(value ?? null).text.split('\n');
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines - 1), '…'] : lines;
  return shown.map((line) => `// ${line}`).join('\n');
}
