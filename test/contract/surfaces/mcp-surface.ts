import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { root } from '@kosmokrator/testing/repository';
import { hostEnvironment } from './surface.js';
import type { OpenSurface } from './surface.js';

/** A real client that talks to `kosmo mcp serve` over stdio. */
export const openMcp: OpenSurface = async (integration, baseUrl) => {
  const client = new Client({ name: 'contract-test', version: '1.0.0' });
  const home = mkdtempSync(join(tmpdir(), 'kosmo-surface-'));
  const serve = ['mcp', 'serve', '--mode', 'tools', '--yes', '--integration', integration.name];
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [`${root}/packages/cli/dist/bin.js`, ...serve],
      env: { ...hostEnvironment(integration, baseUrl), KOSMO_HOME: home, KOSMO_KEYCHAIN: 'off' },
    }),
  );
  return {
    async call(fn, args) {
      // No example finds what another has stored.
      rmSync(join(home, 'accounts'), { recursive: true, force: true });
      const called = await client.callTool({ name: fn.fullName, arguments: { ...args } });
      const structured = called.structuredContent as Record<string, unknown>;
      if (called.isError === true) return { error: structured };
      return { result: fn.returns['type'] === 'array' ? structured['items'] : structured };
    },
    async close() {
      await client.close();
      rmSync(home, { recursive: true });
    },
  };
};
