/** The Lua page of each integration has the parts, headings and facts that people and agents know it by, in this order. */
import { readFileSync } from 'node:fs';
import { readModels } from '@kosmokrator/generator';
import { createReference } from '@kosmokrator/host/reference';
import { loadCatalog } from '@kosmokrator/host';
import { describe, expect, test } from 'vitest';
import { packageFolder, packagesFolder, specsFolder } from '@kosmokrator/testing/repository';

const { models } = await readModels({ specsFolder, packagesFolder });
const reference = createReference(loadCatalog({ folders: [packagesFolder] }));

/** The functions of each integration in the order of its spec, and its line of counts. */
const promised: Readonly<Record<string, { readonly counts: string; readonly functions: string }>> = {
  upstash: {
    counts: '7 functions · 5 read · 2 write · API key auth',
    functions: 'get_key set_key delete_key list_keys list_databases get_database get_current_user',
  },
  planetscale: {
    counts: '7 functions · 6 read · 1 write · Bearer token auth',
    functions:
      'list_databases get_database create_database list_branches get_branch list_organizations get_current_user',
  },
  'upstash-redis-start': {
    counts: '10 functions · 3 read · 7 write · no auth',
    functions:
      'create_database get_database get_metrics append_log read_log push_job pop_job remember recall command',
  },
};

/** Lines outside of fenced blocks. */
function prose(page: string): string[] {
  let fence = '';
  return page.split('\n').filter((line) => {
    const mark = /^`{3,}/.exec(line)?.[0] ?? '';
    if (mark && (fence === '' || mark === fence)) fence = fence ? '' : mark;
    return !fence && !mark;
  });
}

function part(page: string, heading: string, next: string): string {
  const [, after = ''] = page.split(`\n${heading}\n`);
  return after.split(`\n${next}\n`)[0]!.trim();
}

describe.each(models)('the Lua page of $name', ({ name, namespace, title, functions }) => {
  const page = readFileSync(`${packageFolder(name)}/docs/lua.md`, 'utf8');
  const { counts, functions: order } = promised[name]!;
  const names = order.split(' ');
  const agentDocs = part(page, '## Agent-Facing Lua Docs', '## Raw agent markdown');

  test('begins with its title, one line on what it is, and its counts', () => {
    const [, , heading, , line, , counted] = page.split('\n');
    expect(heading).toBe(`# ${title} Lua API for KosmoKrator Agents`);
    expect(line).toMatch(/^[A-Z].*\.$/);
    expect(counted).toBe(counts);
  });

  test('has its parts and functions in their order', () => {
    expect(prose(page).filter((line) => /^##? /.test(line))).toEqual([
      `# ${title} Lua API for KosmoKrator Agents`,
      '## Lua Namespace',
      '## Agent-Facing Lua Docs',
      `# ${title} — Lua API Reference`,
      ...names.map((fn) => `## ${fn}`),
      '## Multi-Account Usage',
      '## Raw agent markdown',
      '## Metadata-Derived Lua Example',
      '## Functions',
    ]);
    const sections = part(page, '## Functions', '## nothing').split('\n');
    expect(sections.filter((line) => line.startsWith('### '))).toEqual(
      names.map((fn) => `### ${namespace}_${fn}`),
    );
  });

  test('names its namespace and the call that returns the reference', async () => {
    const text = part(page, '## Lua Namespace', '## Agent-Facing Lua Docs');
    expect(text).toContain(`\`app.integrations.${namespace}.*\``);
    expect(text).toContain(`\`lua_read_doc("integrations.${namespace}")\``);
  });

  test('is the reference that a script reads: whole, or each function with its signature and how to read it', async () => {
    const read = await reference.read(`integrations.${namespace}`);
    const whole = read.trim() === agentDocs;
    expect(whole).toBe(agentDocs.length <= 24_000);
    expect(read.length).toBeLessThanOrEqual(24_001);
    for (const fn of names) expect(read).toContain(whole ? `\n## ${fn}\n` : `\`${fn}`);
    expect(read.includes(`Read \`integrations.${namespace}.<function>\``)).toBe(!whole);
  });

  test.each(functions)('describes $name with parameters, returns and examples', (fn) => {
    const section = part(`\n${agentDocs}`, `## ${fn.name}`, '---');
    expect(section).toContain(inLua(fn.description));
    expect(section.split('\n').filter((line) => line.startsWith('### '))).toEqual([
      '### Parameters',
      '### Returns',
      '### Examples',
    ]);
    const params = part(section, '### Parameters', '### Returns');
    const [head, , ...rows] = params.split('\n');
    expect(head).toBe(fn.params.length === 0 ? 'None.' : '| Name | Type | Required | Description |');
    expect(rows.map((row) => row.split(' | ')[0])).toEqual(fn.params.map((param) => `| \`${param.name}\``));
    for (const [index, { default: preset }] of fn.params.entries()) {
      const told = preset === undefined ? '' : `Default: \`${JSON.stringify(preset)}\``;
      // A description that names the default says it once.
      const named = typeof preset === 'string' ? `Default: \`${preset}\`` : told;
      expect(rows[index]!.includes(told) || rows[index]!.includes(named)).toBe(true);
    }
    const examples = part(`${section}\n`, '### Examples', '---');
    expect(examples.match(/^```lua$/gm)!.length).toBeGreaterThanOrEqual(fn.examples.length);
  });

  test('shows the default account, the explicit default and two named accounts', () => {
    const [, usage = ''] = agentDocs.split('\n## Multi-Account Usage\n');
    const accounts = [...usage.matchAll(/^app\.integrations\.(\w+)\.([\w.]+)\(/gm)].map(
      ([, , path]) => path!,
    );
    expect(accounts.map((path) => (path.includes('.') ? path.split('.')[0] : ''))).toEqual([
      '',
      'default',
      'work',
      'personal',
    ]);
  });

  test('repeats the reference as one block to copy', () => {
    const raw = part(page, '## Raw agent markdown', '## Metadata-Derived Lua Example');
    const [, fence, , copied] = /(`{4,})(markdown)\n([^]*)\n\1$/.exec(raw)!;
    expect(copied).toBe(agentDocs);
    expect(agentDocs).not.toContain(fence);
  });

  test('calls the first function by its full name in the example from the metadata', () => {
    const example = part(page, '## Metadata-Derived Lua Example', '## Functions');
    expect(example).toContain(`app.integrations.${namespace}.${namespace}_${names[0]}(`);
    expect(example).toContain('print(result)');
  });

  test.each(functions)('has a section of facts for $name', (fn) => {
    const sections = `${part(page, '## Functions', '## nothing')}\n`;
    const at = sections.indexOf(`### ${fn.fullName}\n`);
    const section = sections.slice(at).split(/\n(?=### )/)[0]!;
    expect(section).toContain(inLua(fn.description));
    expect(section).toContain(`\n- Operation: ${fn.kind === 'read' ? 'Read' : 'Write'}\n`);
    expect(section).toContain(`\n- Full name: \`${namespace}.${fn.fullName}\`\n`);
    expect(section).toContain(
      fn.params.length === 0 ? '\nNo parameters.' : '\n| Parameter | Type | Required | Description |\n',
    );
    for (const param of fn.params) expect(section).toContain(`\n| \`${param.name}\` |`);
  });
});

/** Lua has no null. */
const inLua = (text: string) => text.replace(/\bnull\b/g, 'nil').replace(/\bNull\b/g, 'Nil');

test('the example of upstash is the documented call', () => {
  const page = readFileSync(`${packageFolder('upstash')}/docs/lua.md`, 'utf8');
  const example = part(page, '## Metadata-Derived Lua Example', '## Functions');
  expect(example).toContain('app.integrations.upstash.upstash_get_key({ key = "example_key" })');
});

test('the pages of every promised integration are checked', () => {
  expect(models.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(promised)));
});
