import type { Emitted } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { functionSnippets, leadSnippets } from '../../emit/snippets/documented-snippets.js';
import { metadataSnippet } from '../../emit/snippets/metadata-snippet.js';
import { mdCode, mdComment, mdFence, mdName, mdText } from '../../emit/syntax/markdown.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';
import { exampleViews, type ExamplesView } from './example-view.js';
import { functionView, type FunctionView } from './function-view.js';
import { luaParams, type LuaParamView } from './lua-params.js';
import { luaWords } from '../../emit/words/schema-rows.js';
import { luaCountText } from './summary.js';

type LuaFunctionView = Omit<FunctionView, 'params'> & { readonly params: readonly LuaParamView[] };

/** The part of the Lua page that agents read, on the page and in the host's docs functions. */
export interface LuaReferenceView {
  readonly title: Emitted;
  readonly functions: readonly (LuaFunctionView & ExamplesView & { readonly heading: Emitted })[];
  readonly hasExample: boolean;
  readonly accounts: Emitted;
}

export interface LuaView {
  readonly header: Emitted;
  readonly title: Emitted;
  readonly counts: Emitted;
  readonly namespace: Emitted;
  /** The rendered reference. */
  readonly reference: Emitted;
  readonly rawReference: Emitted;
  readonly example: Emitted;
  readonly functions: readonly (LuaFunctionView & {
    readonly fullName: Emitted;
    readonly operation: Emitted;
    readonly path: Emitted;
  })[];
}

export function luaReferenceView(integration: IntegrationModel): LuaReferenceView {
  const lead = leadSnippets(integration);
  return {
    title: mdText(integration.title),
    functions: integration.functions.map((fn) => ({
      ...luaFunctionView(integration, fn),
      ...exampleViews(functionSnippets(integration, fn, 'lua'), 'lua'),
      heading: mdName(fn.name),
    })),
    hasExample: lead !== undefined,
    accounts: lead ? mdFence('lua', lead.accounts.code) : mdText(''),
  };
}

export function luaView(integration: IntegrationModel, reference: Emitted): LuaView {
  const { namespace } = integration;
  return {
    header: mdComment(provenance(integration)),
    title: mdText(integration.title),
    counts: mdText(luaCountText(integration)),
    namespace: mdName(namespace),
    reference,
    rawReference: mdFence('markdown', reference),
    example: mdFence('lua', metadataSnippet(integration)),
    functions: integration.functions.map((fn) => ({
      ...luaFunctionView(integration, fn),
      fullName: mdName(fn.fullName),
      operation: mdText(fn.kind === 'read' ? 'Read' : 'Write'),
      path: mdCode(`${namespace}.${fn.fullName}`),
    })),
  };
}

function luaFunctionView(integration: IntegrationModel, fn: FunctionModel): LuaFunctionView {
  const view = functionView(integration, fn, fn.name, luaWords);
  return { ...view, params: luaParams(integration, fn) };
}
