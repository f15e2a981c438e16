import { describe, expect, test } from 'vitest';
import { parseTemplate, stringTemplate } from './parse-template.js';

describe('stringTemplate', () => {
  test.each([
    ['plain', 'plain'],
    ['', ''],
    ['{key}', { $value: 'key' }],
    ['{a}:{b}', { $text: [{ $value: 'a' }, ':', { $value: 'b' }] }],
    ['/items/{id}.json', { $text: ['/items/', { $value: 'id' }, '.json'] }],
    ['{{key}}', '{key}'],
    ['{{', '{'],
    ['{{{key}}}', { $text: ['{', { $value: 'key' }, '}'] }],
    ['query {{ a(b: {c}) }}', { $text: ['query { a(b: ', { $value: 'c' }, ') }'] }],
  ])('%j', (text, template) => expect(stringTemplate(text)).toEqual(template));
});

describe('faults', () => {
  test.each([
    ['/items/{id', [{ message: 'a lone `{`', offset: 7, length: 1 }]],
    ['id}', [{ message: 'a lone `}`', offset: 2, length: 1 }]],
    ['{}', [{ message: '`{}` is not the name of a param', offset: 0, length: 2 }]],
    [
      'x{Id}',
      [
        {
          message: '`{Id}` is not the name of a param',
          help: 'Write `{id}`, or `{{Id}}` if the braces are text.',
          offset: 1,
          length: 4,
        },
      ],
    ],
    [
      '{a b}',
      [
        {
          message: '`{a b}` is not the name of a param',
          help: 'Write `{a_b}`, or `{{a b}}` if the braces are text.',
          offset: 0,
          length: 5,
        },
      ],
    ],
    ['{a}{{b}}', []],
  ])('%j', (text, faults) => expect(parseTemplate(text).faults).toEqual(faults));

  test('a placeholder knows its place', () => {
    expect(parseTemplate('/a/{b}').parts[1]).toEqual({ name: 'b', offset: 3, length: 3 });
  });
});
