import type { Emitted } from '../../emit/emitted.js';
import { luaComment, luaString } from '../../emit/syntax/lua.js';
import type { IntegrationModel } from '../../model/model.js';
import { pageViews } from './page-view.js';
import type { PageView } from './page-view.js';
import { provenance } from './provenance.js';

export interface BindingView {
  readonly title: Emitted;
  readonly provenance: Emitted;
  readonly integration: Emitted;
  readonly namespace: Emitted;
  /** The call that lists all functions, as a script would write it. */
  readonly listCommand: Emitted;
  readonly functions: readonly { readonly name: Emitted }[];
  readonly pages: readonly PageView[];
  readonly hasPages: boolean;
}

export function bindingView(integration: IntegrationModel): BindingView {
  const pages = pageViews(integration);
  return {
    title: luaComment(`${integration.title} for any Lua host.`),
    provenance: provenance(integration),
    integration: luaString(integration.name),
    namespace: luaString(integration.namespace),
    listCommand: luaString(`lua_read_doc("integrations.${integration.namespace}")`),
    functions: integration.functions.map((fn) => ({ name: luaString(fn.name) })),
    pages,
    hasPages: pages.length > 0,
  };
}
