import { render } from '../../emit/render.js';
import { defineTarget } from '../../emit/target.js';
import { loadTemplate } from '../../emit/template.js';
import { cliView, type CliView } from './cli-view.js';
import { indexView, type IndexView } from './index-view.js';
import { luaReferenceView, luaView, type LuaReferenceView, type LuaView } from './lua-view.js';
import { mcpView, type McpView } from './mcp-view.js';
import { sdkView, type SdkView } from './sdk-view.js';

const index = loadTemplate<IndexView>(import.meta.url, 'index');
const lua = loadTemplate<LuaView>(import.meta.url, 'lua');
const luaReference = loadTemplate<LuaReferenceView>(import.meta.url, 'lua-reference');
const sdk = loadTemplate<SdkView>(import.meta.url, 'sdk');
const mcp = loadTemplate<McpView>(import.meta.url, 'mcp');
const cli = loadTemplate<CliView>(import.meta.url, 'cli');

/** The pages of an integration: an overview and one a surface. */
export default defineTarget({
  name: 'docs',
  *emit(integration) {
    const reference = render(luaReference, luaReferenceView(integration));
    yield page('index', index(indexView(integration)));
    yield page('lua', lua(luaView(integration, reference)));
    yield page('sdk', sdk(sdkView(integration)));
    yield page('mcp', mcp(mcpView(integration)));
    yield page('cli', cli(cliView(integration)));
  },
});

function page(name: string, content: string) {
  return { path: `docs/${name}.md`, content: `${content.trimEnd()}\n` };
}
