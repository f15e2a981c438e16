import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'luaparse';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import { withText } from '../../../fixtures/hostile-model.js';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { loadTarget } from '../../../fixtures/load-target.js';
import { isInstalled, luaCompilers, runProgram } from '../../../fixtures/programs.js';
import { readKitchenSink } from '../../../fixtures/read-specs.js';
import type { Target } from '../../emit/target.js';
import type { IntegrationModel } from '../../model/model.js';

const lua = await loadTarget('lua');

const stylua = fileURLToPath(new URL('../../../../node_modules/.bin/stylua', import.meta.url));
const emit = (model: IntegrationModel, target: Target = lua) => [...target.emit(model)];

test('matches the golden files', async () => {
  for (const { path, content } of emit(await readKitchenSink())) {
    await expect(content).toMatchFileSnapshot(`./golden/kitchen-sink/${path}`);
  }
});

describe('hostile text', () => {
  const shape = (text: string, target: Target = lua) => {
    const [binding, annotations] = emit(withText(exampleModel(), text), target);
    return { binding: nodeKinds(binding!.content), annotations: annotationShape(annotations!.content) };
  };
  const benign = shape('benign');
  // An empty description leaves no comment.
  const texts = hostileTexts.filter((text) => text.trim() !== '');

  test.each(texts)('%j changes no shape', (text) => {
    expect(shape(text)).toEqual(benign);
  });

  test('is printed as StyLua would format it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lua-hostile-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const [index, text] of texts.entries()) {
      for (const { path, content } of emit(withText(exampleModel(), text))) {
        writeFileSync(join(folder, `${index}-${basename(path)}`), content);
      }
    }
    expect(readdirSync(folder)).toHaveLength(texts.length * 2);
    expect(runProgram(stylua, ['--check', folder])).toBe('');
  });

  for (const compiler of luaCompilers) {
    test.skipIf(!isInstalled(compiler))(`${compiler} compiles all of it`, () => {
      const files = texts.flatMap((text) => emit(withText(exampleModel(), text)));
      // Each file in a function of its own, so that one run checks them all.
      const chunks = files.map(({ content }) => `do local _ = function(...)\n${content}\nend end`);
      expect(runProgram(compiler, ['-p', '-'], chunks.join('\n'))).toBe('');
    });
  }

  test.each(['luaComment', 'luaDoc', 'luaKey'])('the same check catches a broken %s', async (name) => {
    vi.resetModules();
    const { Emitted } = await import('../../emit/emitted.js');
    const prefix = { luaComment: '-- ', luaDoc: '--- ', luaKey: '' }[name];
    vi.doMock('../../emit/syntax/lua.js', async (original) => ({
      ...(await original<object>()),
      [name]: (text: string) => new Emitted(prefix + text),
    }));
    const broken = await loadTarget('lua');
    vi.doUnmock('../../emit/syntax/lua.js');
    const plain = JSON.stringify(shape('benign', broken));
    const caught = texts.filter((text) => {
      try {
        return JSON.stringify(shape(text, broken)) !== plain;
      } catch {
        return true;
      }
    });
    expect(caught).toContain('a\nos.execute("id")\nb');
  });
});

/** Kinds of nodes in order, but for comments: a longer text takes more lines. */
function nodeKinds(source: string): string[] {
  const kinds: string[] = [];
  parse(source, { luaVersion: '5.3', onCreateNode: ({ type }) => kinds.push(type) });
  return kinds.filter((kind) => kind !== 'Comment');
}

/**
 * The lines of an annotations file by kind, with the names of types and without texts; several lines of one comment
 * count once. Anything that is no comment, and any order to a tool, stands out.
 */
function annotationShape(source: string): string[] {
  expect(nodeKinds(source)).toEqual(['Chunk']);
  const lines = source.split('\n').map((line) => {
    if (/^---@|^-- luacheck: no max line length$/.test(line)) return withoutTexts(line);
    return /^--- ?(?![@|])(?!.*\b(?:luacheck|stylua|selene)\s*:)/.test(line) ? '--- text' : line;
  });
  return lines.filter((line, index) => line !== '--- text' || lines[index - 1] !== line);
}

/** Strings become `"…"`, keys that need quotes become names, and classes lose what comes from a property's name. */
function withoutTexts(line: string): string {
  return line
    .replace(/\["(?:[^"\\]|\\.)*"\]|\['(?:[^'\\]|\\.)*'\]/g, 'key')
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '"…"')
    .replace(/^(---@field )[A-Za-z_]\w*(\??) /, '$1key$2 ')
    .replace(/\b(example_service\.(?:\w+\.)*?(?:Item|args|result))(?:\.\w+)+/g, '$1.nested');
}
