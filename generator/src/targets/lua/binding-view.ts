import type { Emitted } from '../../emit/emitted.js';
import { isPaged, luaPages } from '../../emit/pages.js';
import { provenance } from '../../emit/provenance.js';
import { luaComment, luaKey, luaString } from '../../emit/syntax/lua.js';
import type { IntegrationModel } from '../../model/model.js';
import { styledValue } from './styled-value.js';

export interface BindingView {
  readonly title: Emitted;
  readonly provenance: Emitted;
  readonly integration: Emitted;
  readonly namespace: Emitted;
  /** The call that lists all functions, as a script would write it. */
  readonly listCommand: Emitted;
  readonly functions: readonly { readonly name: Emitted }[];
  /** Paged functions, and what the binding's `walk` has to know of each; `true` when only a host can walk it. */
  readonly pages: readonly { readonly key: Emitted; readonly walk: Emitted }[];
  readonly hasPages: boolean;
}

export function bindingView(integration: IntegrationModel): BindingView {
  const pages = integration.functions.filter(isPaged).map((fn) => {
    const key = luaKey(fn.name);
    return { key, walk: styledValue(luaPages(fn, integration) ?? true, `\t${key.text} = `) };
  });
  return {
    title: luaComment(`${integration.title} for any program that runs Lua.`),
    provenance: luaComment(provenance(integration)),
    integration: luaString(integration.name),
    namespace: luaString(integration.namespace),
    listCommand: luaString(`lua_read_doc("integrations.${integration.namespace}")`),
    functions: integration.functions.map((fn) => ({ name: luaString(fn.name) })),
    pages,
    hasPages: pages.length > 0,
  };
}
