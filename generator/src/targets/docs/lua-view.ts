import type { Emitted } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import {
  derivedLuaSnippet,
  luaAccountsSnippet,
  luaPagesSnippet,
  luaSnippet,
} from '../../emit/snippets/lua-snippet.js';
import { mdCell, mdCellCode, mdCode, mdComment, mdFence, mdText } from '../../emit/syntax/markdown.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';
import { functionView, type ExampleView, type FunctionView } from './function-view.js';
import { authText, countText, leadExample } from './summary.js';

/** The part of the Lua page that agents read, on the page and in the host's docs functions. */
export interface LuaReferenceView {
  readonly functions: readonly (FunctionView & {
    readonly examples: readonly ExampleView[];
    readonly hasExamples: boolean;
  })[];
  readonly hasExample: boolean;
  readonly accounts: Emitted;
}

export interface LuaView {
  readonly header: Emitted;
  readonly title: Emitted;
  readonly counts: Emitted;
  readonly auth: Emitted;
  readonly namespace: Emitted;
  /** The rendered reference. */
  readonly reference: Emitted;
  readonly rawReference: Emitted;
  readonly hasExample: boolean;
  readonly example: Emitted;
  readonly functions: readonly {
    readonly name: Emitted;
    readonly operation: Emitted;
    readonly fullName: Emitted;
    readonly params: Emitted;
  }[];
}

const nothing = mdText('');

export function luaReferenceView(integration: IntegrationModel): LuaReferenceView {
  const lead = leadExample(integration);
  return {
    functions: integration.functions.map((fn) => ({
      ...functionView(integration, fn, { name: fn.name, absent: 'nil' }),
      examples: exampleViews(integration, fn),
      hasExamples: fn.examples.length > 0,
    })),
    hasExample: lead !== undefined,
    accounts: lead ? mdFence('lua', luaAccountsSnippet(integration, lead.fn, lead.example, 'work')) : nothing,
  };
}

function exampleViews(integration: IntegrationModel, fn: FunctionModel): ExampleView[] {
  const walks = fn.examples.map((example) => luaPagesSnippet(integration, fn, example));
  const walk = walks.find((snippet) => snippet !== undefined);
  return [
    ...fn.examples.map((example) => ({
      title: mdText(example.title),
      code: mdFence('lua', luaSnippet(integration, fn, example)),
    })),
    ...(walk ? [{ title: mdText('All pages, item by item'), code: mdFence('lua', walk) }] : []),
  ];
}

export function luaView(integration: IntegrationModel, reference: Emitted): LuaView {
  const lead = leadExample(integration);
  return {
    header: mdComment(provenance(integration)),
    title: mdText(`${integration.title}: Lua`),
    counts: mdText(countText(integration)),
    auth: mdText(authText(integration)),
    namespace: mdCode(`app.integrations.${integration.namespace}`),
    reference,
    rawReference: mdFence('markdown', reference),
    hasExample: lead !== undefined,
    example: lead ? mdFence('lua', derivedLuaSnippet(integration, lead.fn, lead.example)) : nothing,
    functions: integration.functions.map((fn) => ({
      name: mdCellCode(fn.name),
      operation: mdCell(fn.kind),
      fullName: mdCellCode(fn.fullName),
      params: mdCell(paramList(fn)),
    })),
  };
}

/** `key*, value*, ex`: required ones are marked. */
function paramList({ params }: FunctionModel): string {
  return params.map(({ name, required }) => `\`${name}${required ? '*' : ''}\``).join(', ') || 'None.';
}
