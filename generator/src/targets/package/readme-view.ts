import type { Emitted } from '../../emit/emitted.js';
import { type Project, projectLinks } from '../../emit/package/project.js';
import { provenance } from '../../emit/provenance.js';
import { sdkNames } from '../../emit/sdk-names.js';
import { leadExample } from '../../emit/snippets/lead-example.js';
import { sdkSnippet } from '../../emit/snippets/sdk-snippet.js';
import {
  mdCell,
  mdCellCode,
  mdCode,
  mdComment,
  mdFence,
  mdLink,
  mdText,
} from '../../emit/syntax/markdown.js';
import { shellWord } from '../../emit/syntax/shell.js';
import { unpublishedView, type UnpublishedView } from '../../emit/unpublished.js';
import type { IntegrationModel } from '../../model/model.js';

/** `README.md`. */
export interface ReadmeView extends UnpublishedView {
  readonly header: Emitted;
  readonly title: Emitted;
  readonly description: Emitted;
  readonly package: Emitted;
  readonly hasExample: boolean;
  readonly example: Emitted;
  readonly hasCredentials: boolean;
  readonly credentials: readonly { readonly env: Emitted; readonly description: Emitted }[];
  readonly functions: readonly {
    readonly name: Emitted;
    readonly kind: Emitted;
    readonly description: Emitted;
  }[];
  readonly vendorDocs: Emitted;
  readonly links: readonly { readonly link: Emitted }[];
}

export function readmeView(model: IntegrationModel, project: Project): ReadmeView {
  const names = sdkNames(model).functions;
  const shown = leadExample(model);
  return {
    ...unpublishedView(model),
    header: mdComment(provenance(model)),
    title: mdText(model.title),
    description: mdText(model.description),
    package: shellWord(`@kosmokrator/${model.name}`),
    hasExample: shown !== undefined,
    example: shown ? mdFence('ts', sdkSnippet(model, shown.fn, shown.example)) : mdText(''),
    hasCredentials: model.credentials.length > 0,
    credentials: model.credentials.map(({ env, description }) => ({
      env: mdCode(env),
      description: mdText(description),
    })),
    functions: model.functions.map((fn) => ({
      name: mdCellCode(names.get(fn.name)!.call),
      kind: mdCell(fn.kind),
      description: mdCell(fn.description),
    })),
    vendorDocs: mdLink(`API documentation of ${model.title}`, model.vendorDocs),
    links: projectLinks(project).map(({ text, url }) => ({ link: mdLink(text, url) })),
  };
}
