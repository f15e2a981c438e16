import type { Emitted } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { sdkNames } from '../../emit/sdk-names.js';
import { functionSnippets, leadSnippets } from '../../emit/snippets/documented-snippets.js';
import { mdCell, mdCellCode, mdCode, mdComment, mdFence, mdText } from '../../emit/syntax/markdown.js';
import { camelCase } from '../../emit/syntax/typescript.js';
import { shellWord } from '../../emit/syntax/shell.js';
import { unpublishedView, type UnpublishedView } from '../../emit/unpublished.js';
import type { IntegrationModel } from '../../model/model.js';
import { exampleViews, type ExamplesView } from './example-view.js';
import { functionView, type FunctionView } from './function-view.js';
import { jsonWords } from '../../emit/words/schema-rows.js';

export interface SdkView extends UnpublishedView {
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
  readonly hasStandalone: boolean;
  /** A function that is imported without the client. */
  readonly standalone: Emitted;
  readonly functions: readonly (FunctionView & ExamplesView)[];
}

export function sdkView(integration: IntegrationModel): SdkView {
  const names = sdkNames(integration);
  const lead = leadSnippets(integration);
  return {
    ...unpublishedView(integration),
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
    hasStandalone: lead !== undefined,
    standalone: lead ? mdFence('ts', lead.standalone.code) : mdText(''),
    functions: integration.functions.map((fn) => ({
      ...functionView(integration, fn, names.functions.get(fn.name)!.call, jsonWords),
      ...exampleViews(functionSnippets(integration, fn, 'sdk'), 'ts'),
    })),
  };
}
