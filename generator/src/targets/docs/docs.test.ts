import MarkdownIt from 'markdown-it';
import { describe, expect, test, vi } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import { withText } from '../../../fixtures/hostile-model.js';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { loadTarget } from '../../../fixtures/load-target.js';
import { markdownShape } from '../../../fixtures/markdown-shape.js';
import { readKitchenSink, readSpecs } from '../../../fixtures/read-specs.js';
import { documentedSnippets } from '../../emit/snippets/documented-snippets.js';
import type { Target } from '../../emit/target.js';
import { replaceUnprintable } from '../../javascript/unprintable.js';
import type { IntegrationModel } from '../../model/model.js';

const docs = await loadTarget('docs');
const skillTarget = await loadTarget('skill');

const kitchenSink = await readKitchenSink();
const models = [...(await readSpecs()), kitchenSink, exampleModel()];
/** As the docs site reads Markdown. */
const site = new MarkdownIt({ html: true, linkify: true });

const pages = (model: IntegrationModel, target: Target = docs) =>
  new Map([...target.emit(model)].map(({ path, content }) => [path, content]));
const fences = (page: string) => site.parse(page, {}).filter(({ type }) => type === 'fence');

test('match the golden files', async () => {
  for (const [path, content] of pages(kitchenSink)) {
    await expect(content).toMatchFileSnapshot(`./golden/kitchen-sink/${path}`);
  }
});

test.each(['sdk', 'mcp', 'cli'])(
  'the page %s says that an unpublished package is not on npm, until it is',
  (name) => {
    const page = (version: string) => pages({ ...exampleModel(), version }).get(`docs/${name}.md`)!;
    const before = page('0.0.0').split(/^(?:npm install|npx) /m, 1)[0]!;
    expect(before).toMatch(/This package is not on npm yet, .*Use a package in your project.*\.$/m);
    expect(page('0.1.0')).not.toContain('not on npm');
  },
);

test('a default that its description tells is not said twice', () => {
  const [first, ...rest] = exampleModel().functions;
  const told = 'Name. Default: `a`, or `b` if that is taken.';
  const param = {
    name: 'name',
    description: told,
    required: false,
    schema: { type: 'string' },
    default: 'a',
  };
  const of = (description: string) => {
    const fn = { ...first!, params: [{ ...param, description }] };
    return pages({ ...exampleModel(), functions: [fn, ...rest] }).get('docs/lua.md')!;
  };
  expect(of(told)).toContain(`| ${told} |`);
  expect(of('Name.')).toContain('| Name. Default: `"a"`. |');
});

test('the Lua page has its parts in their order', () => {
  const page = pages(exampleModel()).get('docs/lua.md')!;
  const headings = page.split('\n').filter((line) => /^##? /.test(line));
  const names = exampleModel().functions.map(({ name }) => `## ${name}`);
  const reference = ['# Example Service — Lua API Reference', ...names, '## Multi-Account Usage'];
  expect(headings).toEqual([
    '# Example Service Lua API for KosmoKrator Agents',
    '## Lua Namespace',
    '## Agent-Facing Lua Docs',
    ...reference,
    '## Raw agent markdown',
    // The reference once more, to copy.
    ...reference,
    '## Metadata-Derived Lua Example',
    '## Functions',
  ]);
  expect(page).toContain('\n7 functions · 4 read · 3 write · Bearer token auth\n\n## Lua Namespace\n');
});

describe.each(models)('the pages of $name', (model) => {
  const all = pages(model);

  test('the Markdown to copy is the reference above it', () => {
    const page = all.get('docs/lua.md')!;
    const raw = fences(page).find(({ info }) => info === 'markdown');
    const heading = '## Agent-Facing Lua Docs\n\n';
    const start = page.indexOf(heading) + heading.length;
    expect(page.slice(start, page.indexOf('\n\n## Raw agent markdown'))).toBe(raw!.content.trimEnd());
  });

  test('have no code but the documented snippets, and all of them', () => {
    const shown = [...all.values()].flatMap(fences).filter(({ info }) => ['lua', 'ts'].includes(info));
    const known = documentedSnippets(model).filter(({ surface }) => surface !== 'mcp');
    expect(new Set(shown.map(({ content }) => content.trimEnd()))).toEqual(
      new Set(known.map(({ code }) => code.text)),
    );
    const calls = fences(all.get('docs/mcp.md')!).filter(({ content }) => content.includes('"tools/call"'));
    expect(calls.map(({ content }) => content.trimEnd())).toEqual(
      documentedSnippets(model)
        .filter(({ surface }) => surface === 'mcp')
        .map(({ code }) => code.text),
    );
  });

  test('link to pages that exist', () => {
    const links = [...[...all.values()].join('\n').matchAll(/\]\((?!https:)([^)]*)\)/g)];
    expect(links.length).toBeGreaterThan(0);
    const skill = `../${[...skillTarget.emit(model)][0]!.path}`;
    for (const [, target] of links) expect(all.has(`docs/${target}`) || target === skill).toBe(true);
  });
});

describe('hostile text', () => {
  const build = (text: string, target: Target = docs) => [
    ...pages(withoutOverview(withText(exampleModel(), text)), target).values(),
  ];
  const shape = (text: string, target: Target = docs) =>
    build(text, target).map((page) => [...markdownShape(page), ...siteShape(page)].join('\n'));
  const benign = shape('benign');
  // An empty description leaves its cell empty.
  const texts = hostileTexts.filter((text) => text.trim() !== '');

  test.each(texts)('%j changes no shape', (text) => {
    expect(shape(text)).toEqual(benign);
    for (const page of build(text)) {
      expect(page.slice(page.indexOf('\n'))).not.toMatch(/<!--/);
      expect(page).toBe(replaceUnprintable(page, (character) => (character === '\n' ? '\n' : '?')));
      expect(outsideFences(page)).not.toMatch(/\{\{|^\s*(?::::|<<<|@include)/m);
    }
  });

  test.each(['mdText', 'mdCell', 'mdFence'])('the same check catches a broken %s', async (name) => {
    vi.resetModules();
    const { Emitted } = await import('../../emit/emitted.js');
    vi.doMock('../../emit/syntax/markdown.js', async (original) => ({
      ...(await original<object>()),
      [name]: (...parts: [string, InstanceType<typeof Emitted>?]) =>
        new Emitted(name === 'mdFence' ? `\`\`\`${parts[0]}\n${parts[1]!.text}\n\`\`\`` : parts[0]),
    }));
    const broken = await loadTarget('docs');
    vi.doUnmock('../../emit/syntax/markdown.js');
    expect(shape('```\nx\n```', broken)).not.toEqual(shape('benign', broken));
  });
});

/** What an overview may hold has its own test, beside its emitter. */
function withoutOverview(model: IntegrationModel): IntegrationModel {
  const bare = { ...model };
  delete bare.overview;
  return bare;
}

/** Kinds of tokens in order; neighbouring text and code spans count as one text. */
function siteShape(page: string): string[] {
  const tokens = site.parse(page, {}).flatMap((token) => [token].concat(token.children ?? []));
  const kinds = tokens.map(({ type }) => (type === 'code_inline' ? 'text' : type));
  return kinds.filter((kind, index) => kind !== 'text' || kinds[index - 1] !== 'text');
}

function outsideFences(page: string): string {
  const lines = page.split('\n');
  for (const { map } of fences(page)) lines.fill('', map![0], map![1]);
  return lines.join('\n');
}
