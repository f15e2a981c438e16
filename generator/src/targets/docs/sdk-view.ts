import type { Emitted } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { sdkNames } from '../../emit/sdk-names.js';
import { sdkPagesSnippet } from '../../emit/snippets/sdk-pages-snippet.js';
import { sdkSnippet } from '../../emit/snippets/sdk-snippet.js';
import { mdCell, mdCellCode, mdCode, mdComment, mdFence, mdText } from '../../emit/syntax/markdown.js';
import { camelCase } from '../../emit/syntax/typescript.js';
import { shellWord } from '../../emit/syntax/shell.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';
import { functionView, type ExampleView, type FunctionView } from './function-view.js';

export interface SdkView {
  readonly header: Emitted;
  readonly title: Emitted;
  readonly package: Emitted;
  readonly client: Emitted;
  readonly options: readonly {
    readonly name: Emitted;
    readonly env: Emitted;
    readonly description: Emitted;
  }[];
  readonly hasOptions: boolean;
  readonly functions: readonly (FunctionView & {
    readonly examples: readonly ExampleView[];
    readonly hasExamples: boolean;
  })[];
}

export function sdkView(integration: IntegrationModel): SdkView {
  const names = sdkNames(integration);
  return {
    header: mdComment(provenance(integration)),
    title: mdText(`${integration.title}: SDK`),
    package: shellWord(`@kosmokrator/${integration.name}`),
    client: mdCode(names.client),
    options: integration.credentials.map((credential) => ({
      name: mdCellCode(camelCase(credential.words)),
      env: mdCellCode(credential.env),
      description: mdCell(credential.description),
    })),
    hasOptions: integration.credentials.length > 0,
    functions: integration.functions.map((fn) => ({
      ...functionView(integration, fn, { name: names.functions.get(fn.name)!.call, absent: 'null' }),
      ...examplesOf(integration, fn),
    })),
  };
}

function examplesOf(integration: IntegrationModel, fn: FunctionModel) {
  const walked = fn.examples.find(({ error }) => error === undefined);
  const walk = walked && sdkPagesSnippet(integration, fn, walked);
  const examples = fn.examples.map(({ title, args }) => ({
    title: mdText(title),
    code: mdFence('ts', sdkSnippet(integration, fn, args)),
  }));
  if (walk) examples.push({ title: mdText('All pages, item by item'), code: mdFence('ts', walk) });
  return { examples, hasExamples: examples.length > 0 };
}
