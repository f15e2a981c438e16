/**
 * Every snippet on the generated docs pages, run as it is printed: Lua in the sandbox, TypeScript as a
 * program, MCP requests by a client. Each must use up the replies that its example has, and end as it says.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { documentedSnippets, readModels } from '@kosmokrator/generator';
import type { DocumentedSnippet, IntegrationModel } from '@kosmokrator/generator';
import { createLuaHost } from '@kosmokrator/lua';
import { isKosmoError } from '@kosmokrator/runtime';
import { loadCatalog } from '@kosmokrator/host';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDocumentedHost } from './documented-host.js';
import { startReplayServer } from '@kosmokrator/testing/servers/replay-server';
import type { ReplayServer } from '@kosmokrator/testing/servers/replay-server';
import { packageFolder, packagesFolder, specsFolder } from '@kosmokrator/testing/repository';
import { openMcp } from '../surfaces/mcp-surface.js';
import { hostEnvironment } from '../surfaces/surface.js';
import type { CallOutcome } from '../surfaces/surface.js';

type RunSnippet = (snippet: DocumentedSnippet) => Promise<CallOutcome>;

const { models } = await readModels({ specsFolder, packagesFolder });
let ran = 0;

describe.each(models)('$name', (integration) => {
  let server: ReplayServer;
  let run: Record<DocumentedSnippet['surface'], RunSnippet>;
  const closers: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    server = await startReplayServer();
    const [lua, mcp] = [await luaRunner(integration, server.url), await openMcp(integration, server.url)];
    closers.push(lua.close, mcp.close, server.close);
    run = {
      lua: lua.run,
      sdk: sdkRunner(integration, server.url),
      mcp: ({ fn, code }) => mcp.call(fn, JSON.parse(code.text).params.arguments),
    };
  });
  afterAll(async () => {
    for (const close of closers) await close();
  });

  const cases = documentedSnippets(integration).map((snippet, index) => ({
    name: `${index}: ${snippet.surface}, ${snippet.fn.name}: ${snippet.title}`,
    snippet,
  }));

  test.each(cases)('$name', async ({ snippet }) => {
    server.serve(snippet.replies);
    const outcome = await run[snippet.surface](snippet);
    expect(server.requests()).toHaveLength(snippet.replies.length);
    // A Lua or SDK snippet of a failing call catches the error itself, to show how.
    const fails = snippet.example.error !== undefined && snippet.surface === 'mcp';
    expect(outcome).toHaveProperty(fails ? 'error' : 'result');
    ran += 1;
  });
});

afterAll(() => console.log(`documented snippets: ${ran} run`));

async function luaRunner(integration: IntegrationModel, baseUrl: string) {
  const environments = { [integration.name]: hostEnvironment(integration, baseUrl) };
  const host = openDocumentedHost(loadCatalog(), environments);
  const lua = createLuaHost({ host });
  const run: RunSnippet = async ({ code }) => {
    const done = await lua.run(code.text);
    return done.ok ? { result: done.result } : { error: { ...done.error } };
  };
  return { run, close: () => lua.close() };
}

/** Runs a program from inside the package's own folder, where its import of the package resolves. */
function sdkRunner(integration: IntegrationModel, baseUrl: string): RunSnippet {
  const folder = `${packageFolder(integration.name)}/dist/.snippets-${process.pid}`;
  let count = 0;
  return async ({ code }) => {
    mkdirSync(folder, { recursive: true });
    const file = `${folder}/${(count += 1)}.mjs`;
    const { code: javascript } = await transform(code.text, { loader: 'ts', format: 'esm' });
    writeFileSync(file, javascript);
    const before = { ...process.env };
    Object.assign(process.env, hostEnvironment(integration, baseUrl));
    // A function that is imported alone takes no base URL from the environment: its requests are led here.
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => fetch(new URL(pathOf(input), baseUrl), init);
    try {
      return { result: await import(pathToFileURL(file).href) };
    } catch (error) {
      if (isKosmoError(error)) return { error: error.toJSON() };
      throw error;
    } finally {
      globalThis.fetch = fetch;
      process.env = before;
      rmSync(folder, { recursive: true });
    }
  };
}

function pathOf(input: string | URL | Request): string {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input);
  return `${pathname}${search}`;
}
