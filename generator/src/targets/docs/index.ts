import { defineTarget } from '../../emit/target.js';
import { render } from '../../emit/template/template.js';
import { cliView, type CliView } from './cli-view.js';
import { indexView, type IndexView } from './index-view.js';
import { luaReferenceView, luaView, type LuaReferenceView, type LuaView } from './lua-view.js';
import { mcpView, type McpView } from './mcp-view.js';
import { sdkView, type SdkView } from './sdk-view.js';

/** The pages of an integration: an overview and one a surface. */
export default defineTarget((template) => {
  const index = template<IndexView>('index');
  const lua = template<LuaView>('lua');
  const luaReference = template<LuaReferenceView>('lua-reference');
  const sdk = template<SdkView>('sdk');
  const mcp = template<McpView>('mcp');
  const cli = template<CliView>('cli');
  return {
    name: 'docs',
    *emit(integration) {
      const reference = render(luaReference, luaReferenceView(integration));
      yield page('index', index(indexView(integration)));
      yield page('lua', lua(luaView(integration, reference)));
      yield page('sdk', sdk(sdkView(integration)));
      yield page('mcp', mcp(mcpView(integration)));
      yield page('cli', cli(cliView(integration)));
    },
  };
});

function page(name: string, content: string) {
  return { path: `docs/${name}.md`, content: `${content.trimEnd()}\n` };
}
