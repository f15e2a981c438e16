import { describe, expect, test } from 'vitest';
import { Emitted } from '../emitted.js';
import { compileTemplate } from './compile-template.js';

const emitted = (text: string) => new Emitted(text);

describe('what a template prints', () => {
  test('prints emitted text as it is', () => {
    expect(compileTemplate<{ value: Emitted }>('a {{value}} b')({ value: emitted(`<'"&{{x}}>`) })).toBe(
      `a <'"&{{x}}> b`,
    );
  });

  test('prints inside blocks, by path, this and parent', () => {
    const render = compileTemplate<unknown>(
      '{{#each items}}{{../prefix}}{{name}}{{#unless @last}},{{/unless}}{{/each}}|{{#each texts}}{{this}}{{/each}}|{{deep.er}}',
    );
    expect(
      render({
        prefix: emitted('-'),
        items: [{ name: emitted('a') }, { name: emitted('b') }],
        texts: [emitted('x'), emitted('y')],
        deep: { er: emitted('z') },
      }),
    ).toBe('-a,-b|xy|z');
  });

  test('chooses by booleans', () => {
    const render = compileTemplate<{ on: boolean }>('{{#if on}}yes{{else}}no{{/if}}');
    expect([render({ on: true }), render({ on: false })]).toEqual(['yes', 'no']);
  });
});

describe('what a template refuses', () => {
  const view = { text: 'raw', number: 1, nothing: null, list: ['raw'], nested: {}, ok: emitted('ok') };
  test.each([
    ['{{text}}', /printed a string \(text\)/],
    ['{{{text}}}', /printed a string \(text\)/],
    ['{{&text}}', /printed a string \(text\)/],
    ['{{"literal"}}', /printed a string/],
    ['{{number}}', /printed a number \(number\)/],
    ['{{nothing}}', /printed a object \(nothing\)/],
    ['{{missing}}', /printed a undefined \(missing\)/],
    ['{{nested.missing}}', /printed a undefined \(nested\.missing\)/],
    ['{{missing.deeper}}', /undefined/],
    ['{{#each list}}{{this}}{{/each}}', /printed a string \(this\)/],
    ['{{#each list}}{{@index}}{{/each}}', /printed a number \(@index\)/],
    ['{{#if missing}}x{{/if}}', /\{\{#if missing\}\} is undefined/],
    ['{{#unless missing}}x{{/unless}}', /\{\{#unless missing\}\} is undefined/],
    ['{{#each missing}}x{{/each}}', /\{\{#each missing\}\} is undefined/],
    ['{{#each nested.missing}}x{{/each}}', /\{\{#each nested\.missing\}\} is undefined/],
  ])('%s, when it renders', (source, message) => {
    const render = compileTemplate<typeof view>(source);
    expect(() => render(view)).toThrow(message);
  });

  test.each([
    '{{unknown text}}',
    '{{unknown ok key=ok}}',
    '{{print ok}}',
    '{{#unknown ok}}x{{/unknown}}',
    '{{#text}}x{{/text}}',
    '{{^text}}x{{/text}}',
    '{{#with nested}}x{{/with}}',
    '{{#if}}x{{/if}}',
    '{{#if (unknown ok)}}x{{/if}}',
    '{{#each (lookup list 0)}}x{{/each}}',
    '{{> partial}}',
    '{{#> partial}}x{{/partial}}',
    '{{#*inline "x"}}x{{/inline}}',
  ])('%s, when it compiles', (source) => {
    expect(() => compileTemplate(source)).toThrow(/a template may not use/);
  });
});
