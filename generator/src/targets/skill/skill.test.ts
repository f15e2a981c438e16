import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { parse as parseYaml } from 'yaml';
import { load as loadYaml } from 'js-yaml';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import { withText } from '../../../fixtures/hostile-model.js';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { loadTarget } from '../../../fixtures/load-target.js';
import { markdownShape } from '../../../fixtures/markdown-shape.js';
import { readKitchenSink, readSpecs } from '../../../fixtures/read-specs.js';
import { replaceUnprintable } from '../../javascript/unprintable.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';
import { details, type Detail } from './detail.js';
import { estimateTokens } from './estimate-tokens.js';
import type { SkillView } from './view.js';

const skill = await loadTarget('skill');

const kitchenSink = await readKitchenSink();
const specs = await readSpecs();

/** Prints a skill with a certain detail, with modules that are loaded again after `vi.resetModules()`. */
async function detailRenderer() {
  const { readTemplates } = await import('../read-templates.js');
  const { renderSkill } = await import('./render-skill.js');
  const template = readTemplates(new URL('./', import.meta.url))<SkillView>('skill');
  return (model: IntegrationModel, detail: Detail) => renderSkill(template, model, detail);
}
const renderDetail = await detailRenderer();

const file = (model: IntegrationModel) => [...skill.emit(model)][0]!;
const page = (model: IntegrationModel) => file(model).content;

/** As an installer reads it: the fields between two lines of hyphens, then Markdown. */
function split(text: string): { fields: Record<string, unknown>; head: string; body: string } {
  const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text)!;
  return { fields: parseYaml(head!) as Record<string, unknown>, head: head!, body: body! };
}

test('matches the golden file', async () => {
  const { path, content } = file(kitchenSink);
  await expect(content).toMatchFileSnapshot(`./golden/kitchen-sink/${path}`);
});

describe('what installers demand', () => {
  const odd = { ...exampleModel(), name: 'a--b-', words: ['a', 'b'] };
  const named = (name: string) => ({ ...exampleModel(), name, words: name.split('-') });
  const models = [...specs, kitchenSink, exampleModel(), odd, named('no'), named('a'.repeat(64))];

  test.each(models)('$name', (model) => {
    const { path, content } = file(model);
    const { fields, head } = split(content);
    expect(Object.keys(fields)).toEqual(['name', 'description', 'license', 'compatibility']);
    expect(fields['name']).toMatch(/^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(path).toBe(`skills/${String(fields['name'])}/SKILL.md`);
    expect(fields['description']).toMatch(/^[^<>\n]{1,1024}$/);
    expect(fields['description']).toContain('Use when');
    expect(String(fields['compatibility']).length).toBeLessThanOrEqual(500);
    // Many installers read YAML 1.1.
    expect(loadYaml(head)).toEqual(fields);
  });

  test('a description is cut at a word', () => {
    const { fields } = split(page({ ...exampleModel(), description: 'Many <words>. '.repeat(200) }));
    const description = String(fields['description']);
    expect(description.length).toBeLessThanOrEqual(1024);
    expect(description).toMatch(/ (?:Many|words\.)…$/);
  });
});

describe('at most 500 lines and 2,000 tokens', () => {
  const rows: string[] = [];
  afterAll(() => console.log(['skill: tokens lines estimate', ...rows].join('\n')));

  const long = 'A longer sentence about nothing in particular, which nobody should have written. '.repeat(20);
  const extreme: IntegrationModel = {
    ...withText(exampleModel(), long),
    name: 'many-'.repeat(12) + 'more',
    words: 'many '.repeat(12).concat('more').split(' '),
    namespace: `${'many_'.repeat(12)}more`,
    credentials: Array.from({ length: 50 }, (_, index) => ({
      ...exampleModel().credentials[0]!,
      env: `QZXV_${'KWJQ'.repeat(28)}_${index}`,
      description: long,
    })),
  };
  const cases: readonly [string, IntegrationModel][] = [
    ...specs.map((model) => [model.name, model] as [string, IntegrationModel]),
    ['kitchen-sink', kitchenSink],
    ['8 functions, guidance in full', withGuidance(manyFunctions(8))],
    ['30 functions', manyFunctions(30)],
    ['200 functions', manyFunctions(200)],
    ['200 functions, guidance in full', withGuidance(manyFunctions(200))],
    ['2,000 functions', manyFunctions(2000)],
    ['long texts everywhere', extreme],
    ['a megabyte in one word', withText(exampleModel(), 'x'.repeat(1_000_000))],
    ['Chinese', withText(exampleModel(), '数据库函数列表'.repeat(100))],
    ['emoji', withText(exampleModel(), '👩‍👩‍👧‍👦'.repeat(300))],
    ['words of no language', withText(exampleModel(), gibberish(2000))],
    ['empty lines', withText(exampleModel(), 'a\n\n'.repeat(1000))],
  ];

  test.each(cases)('%s', (name, model) => {
    const text = page(model);
    const [tokens, lines] = [encode(text).length, text.split('\n').length - 1];
    rows.push(
      `${String(tokens).padStart(13)} ${String(lines).padStart(5)} ${String(estimateTokens(text)).padStart(8)}  ${name}`,
    );
    expect(tokens).toBeLessThanOrEqual(2000);
    expect(lines).toBeLessThanOrEqual(500);
    expect(text).toContain('lua_read_doc(');
  });

  test('for texts of any length, in words of no language, with any number of functions', () => {
    const counts = [1, 20, 50, 80, 120, 200, 400, 700];
    const most = counts.flatMap((count) =>
      [2, 10, 40, 150].map((words) => {
        const { title, description } = { title: gibberish(2), description: `${gibberish(words)}.` };
        const model = manyFunctions(count);
        const functions = model.functions.map((fn) => ({ ...fn, description }));
        return encode(page({ ...withText(model, gibberish(words)), title, functions })).length;
      }),
    );
    rows.push(
      `${String(Math.max(...most)).padStart(13)}  the most of ${most.length} in words of no language`,
    );
    expect(Math.max(...most)).toBeLessThanOrEqual(2000);
  });

  test('names every function while that fits, and says where the rest is', () => {
    for (const model of [manyFunctions(30), manyFunctions(200)]) {
      const names = model.functions.map(({ name }) => name);
      expect(namesIn(page(model)).toSorted()).toEqual(names);
    }
    expect(page(manyFunctions(2000))).toContain('lua_search_docs(');
  });
});

describe('hostile text', () => {
  const shapes = (text: string, render = renderDetail) =>
    details.map((detail) => {
      const { fields, body } = split(render(withText(exampleModel(), text), detail));
      const kinds = Object.entries(fields).map(([key, value]) => `${key}: ${typeof value}`);
      return kinds.concat(markdownShape(body));
    });
  const benign = shapes('benign');
  const texts = hostileTexts.filter((text) => text.trim() !== '');

  test.each(texts)('%j changes no shape', (text) => {
    expect(shapes(text)).toEqual(benign);
    const content = page(withText(exampleModel(), text));
    expect(content).toBe(replaceUnprintable(content, (character) => (character === '\n' ? '\n' : '?')));
    expect(split(content).fields['description']).not.toMatch(/[<>]/);
  });

  test.each([
    ['yaml', 'yamlFrontMatter', '"\nname: other'],
    ['markdown', 'mdText', '\n\n# x'],
    ['markdown', 'mdFence', '```\n\n# x'],
    ['markdown', 'mdCode', '`\n\n# x'],
  ])('the same check catches a broken %s emitter %s', async (module, name, text) => {
    vi.resetModules();
    const { Emitted } = await import('../../emit/emitted.js');
    const broken: Record<string, (...parts: never[]) => unknown> = {
      yamlFrontMatter: (fields: Record<string, string>) =>
        new Emitted(
          `---\n${Object.entries(fields)
            .map(([key, value]) => `${key}: "${value}"`)
            .join('\n')}\n---`,
        ),
      mdText: (given: string) => new Emitted(given),
      mdCode: (given: string) => new Emitted(`\`${given}\``),
      mdFence: (language: string, code: InstanceType<typeof Emitted>) =>
        new Emitted(`\`\`\`${language}\n${code.text}\n\`\`\``),
    };
    vi.doMock(`../../emit/syntax/${module}.js`, async (original) => ({
      ...(await original<object>()),
      [name]: broken[name],
    }));
    const render = await detailRenderer();
    vi.doUnmock(`../../emit/syntax/${module}.js`);
    const hostile = () => {
      try {
        return shapes(text, render);
      } catch {
        return 'no YAML';
      }
    };
    expect(hostile()).not.toEqual(shapes('benign', render));
  });
});

test('a spec without guidance and credentials has the sections that are left', () => {
  const text = page({
    ...exampleModel(),
    skill: { useWhen: [], avoidWhen: [], tellUser: [], examples: [], recipes: [] },
    credentials: [],
    functions: exampleModel().functions.filter(({ name }) => name === 'list_items'),
  });
  const headings = text.split('\n').filter((line) => line.startsWith('#'));
  expect(headings).toEqual([
    '# Example Service',
    '## Credentials',
    '## Call it',
    '## Functions',
    '## Errors',
    '## Reference',
  ]);
  expect(text).toContain('No credentials are needed.');
  expect(text).not.toMatch(/outcome_unknown|--yes|undefined/);
});

/** The functions of a list, groups spelled out. */
function namesIn(text: string): string[] {
  const [, list] = text.split('\n## Functions\n');
  const lines = [...list!.split('\n## ')[0]!.matchAll(/^- `([^`(]+)[^`]*`(?:: (.*))?$/gm)];
  return lines.flatMap(([, name, rests]) =>
    name!.includes('…') ? rests!.split(', ').map((rest) => name!.replace('…', rest)) : [name!],
  );
}

function manyFunctions(count: number): IntegrationModel {
  const model = exampleModel();
  const verbs = ['list', 'get', 'create', 'update', 'delete'];
  const nouns = [
    'organization',
    'database',
    'branch',
    'deploy_request',
    'password',
    'webhook',
    'backup',
    'member',
  ];
  const functions = Array.from({ length: count }, (_, index): FunctionModel => {
    const noun = `${nouns[Math.floor(index / 5) % nouns.length]!}${index < 40 ? '' : `_of_team_${Math.floor(index / 40)}`}`;
    const name = `${verbs[index % 5]!}_${noun}`;
    const from = model.functions[index % model.functions.length]!;
    return { ...from, name, words: name.split('_'), fullName: `example_service_${name}` };
  });
  return { ...model, functions: functions.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** As much as the schema lets an author say. */
function withGuidance(model: IntegrationModel): IntegrationModel {
  const phrase =
    'the user wants to look through the databases of an organization and to keep what was found for later use';
  const phrases = Array.from({ length: 6 }, (_, index) => `${phrase}, case ${index}`);
  const recipe = {
    title: 'A script',
    lua: 'print("a line of a script")\n'.repeat(50),
    prints: 'a line\n'.repeat(50),
  };
  return {
    ...model,
    skill: {
      useWhen: phrases,
      avoidWhen: phrases,
      tellUser: phrases,
      examples: [],
      recipes: [recipe, recipe],
    },
  };
}

/** Letters in no order, in words of three to twelve; the same on every run. */
function gibberish(words: number): string {
  let state = 7;
  const next = (below: number) => ((state = Math.imul(state, 1664525) + 1013904223) >>> 8) % below;
  const word = () => Array.from({ length: 3 + next(10) }, () => String.fromCharCode(97 + next(26))).join('');
  return Array.from({ length: words }, word).join(' ');
}
