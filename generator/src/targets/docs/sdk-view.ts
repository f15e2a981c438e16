import type { Emitted } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { sdkNames } from '../../emit/sdk-names.js';
import { functionSnippets } from '../../emit/snippets/documented-snippets.js';
import { mdCell, mdCellCode, mdCode, mdComment, mdText } from '../../emit/syntax/markdown.js';
import { camelCase } from '../../emit/syntax/typescript.js';
import { shellWord } from '../../emit/syntax/shell.js';
import type { IntegrationModel } from '../../model/model.js';
import { exampleViews, type ExamplesView } from './example-view.js';
import { functionView, type FunctionView } from './function-view.js';

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
  readonly functions: readonly (FunctionView & ExamplesView)[];
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
      ...exampleViews(functionSnippets(integration, fn, 'sdk'), 'ts'),
    })),
  };
}
