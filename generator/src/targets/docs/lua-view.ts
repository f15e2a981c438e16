import type { Emitted } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { functionSnippets, leadSnippets } from '../../emit/snippets/documented-snippets.js';
import { mdCell, mdCellCode, mdCode, mdComment, mdFence, mdText } from '../../emit/syntax/markdown.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';
import { exampleViews, type ExamplesView } from './example-view.js';
import { functionView, type FunctionView } from './function-view.js';
import { authText, countText } from './summary.js';

/** The part of the Lua page that agents read, on the page and in the host's docs functions. */
export interface LuaReferenceView {
  readonly functions: readonly (FunctionView & ExamplesView)[];
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
  const lead = leadSnippets(integration);
  return {
    functions: integration.functions.map((fn) => ({
      ...functionView(integration, fn, { name: fn.name, absent: 'nil' }),
      ...exampleViews(functionSnippets(integration, fn, 'lua'), 'lua'),
    })),
    hasExample: lead !== undefined,
    accounts: lead ? mdFence('lua', lead.accounts.code) : nothing,
  };
}

export function luaView(integration: IntegrationModel, reference: Emitted): LuaView {
  const lead = leadSnippets(integration);
  return {
    header: mdComment(provenance(integration)),
    title: mdText(`${integration.title}: Lua`),
    counts: mdText(countText(integration)),
    auth: mdText(authText(integration)),
    namespace: mdCode(`app.integrations.${integration.namespace}`),
    reference,
    rawReference: mdFence('markdown', reference),
    hasExample: lead !== undefined,
    example: lead ? mdFence('lua', lead.derived.code) : nothing,
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
