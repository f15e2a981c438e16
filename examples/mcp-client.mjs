// As an MCP client: start the server, list its tools and call one, as an agent's client does.
//
// Run:    node packages/cli/dist/bin.js emulate -- node examples/mcp-client.mjs
// Prints: 7 tools, for example upstash_get_key
//         {"key":"no:such:key","value":null}
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const kosmo = fileURLToPath(new URL('../packages/cli/dist/bin.js', import.meta.url));
const client = new Client({ name: 'example', version: '1.0.0' });
await client.connect(
  new StdioClientTransport({
    command: process.execPath,
    args: [kosmo, 'mcp', 'serve', '--mode', 'tools', '--integration', 'upstash'],
    // A server gets only the variables that it is given.
    env: process.env,
  }),
);

const { tools } = await client.listTools();
console.log(`${tools.length} tools, for example ${tools[0].name}`);
const { structuredContent } = await client.callTool({
  name: 'upstash_get_key',
  arguments: { key: 'no:such:key' },
});
console.log(JSON.stringify(structuredContent));
await client.close();
