import { expect, test } from 'vitest';
import { checkPolicy, parsePolicy } from './parse-policy.js';

test('reads rules and defaults', () => {
  const document = {
    rules: [
      { effect: 'deny', integration: 'upstash', function: 'delete_key', account: 'prod', reason: 'no' },
    ],
    defaults: { read: 'ask', write: 'deny' },
  };
  expect(parsePolicy(JSON.stringify(document), 'p')).toEqual(document);
  expect(parsePolicy('\uFEFF{}', 'p')).toEqual({});
});

test.each([
  ['[]', 'the policy must be an object'],
  [
    '{"ruels":[]}',
    'there is an unknown key "ruels"; did you mean "rules"? the policy can have rules, defaults',
  ],
  ['{"rules":{}}', 'rules must be a list of rules'],
  ['{"rules":["deny"]}', 'rules[0] must be an object'],
  ['{"rules":[{"function":"a"}]}', 'rules[0] needs an effect: deny, ask, allow'],
  ['{"rules":[{"effect":"deny"}]}', 'rules[0] must name at least one of integration, function'],
  [
    '{"rules":[{"effect":"dney","function":"a"}]}',
    'rules[0].effect must be one of "deny", "ask", "allow"; did you',
  ],
  ['{"rules":[{"effect":"Deny","function":"a"}]}', 'rules[0].effect must be one of'],
  ['{"rules":[{"effect":["deny"],"function":"a"}]}', 'rules[0].effect must be one of'],
  [
    '{"rules":[{"effect":"deny","functon":"a"}]}',
    'rules[0] has an unknown key "functon"; did you mean "function"?',
  ],
  ['{"rules":[{"effect":"deny","__proto__":"a","function":"a"}]}', 'rules[0] has an unknown key "__proto__"'],
  ['{"rules":[{"effect":"deny","function":"*"}]}', 'rules[0].function must be a name in lower case'],
  ['{"rules":[{"effect":"deny","account":null}]}', 'rules[0].account must be a name in lower case'],
  ['{"rules":[{"effect":"deny","operation":"wirte"}]}', 'rules[0].operation must be one of "read", "write"'],
  ['{"rules":[{"effect":"deny","function":"a","reason":""}]}', 'rules[0].reason must be text'],
  ['{"defaults":{"write":"no"}}', 'defaults.write must be one of'],
  ['{"defaults":{"delete":"deny"}}', 'defaults has an unknown key "delete"'],
  ['{"rules":[{"effect":"deny","function":"a","effect":"allow"}]}', 'rules[0].effect appears twice'],
  ['{"defaults":{},"rules":[],"defaults":{}}', 'defaults appears twice'],
  ['{"rules":[\n  {"effect" "deny"}]}', 'is not JSON: line 2, column 13'],
  [
    '{"rules":',
    'is not JSON: line 1, column 10: expected a value, found the end of the file; add what is missing',
  ],
  ['', 'is not JSON: line 1, column 1: expected a value, found the end of the file; add what is missing'],
  [
    '{"rules":[],}',
    'is not JSON: line 1, column 13: expected a key in double quotes, found "}"; remove the comma before it',
  ],
  [
    '{"rules":[{},]}',
    'is not JSON: line 1, column 14: expected a value, found "]"; remove the comma before it',
  ],
  [
    '{rules:[]}',
    'is not JSON: line 1, column 2: expected a key in double quotes, or "}", found "rules"; correct it',
  ],
  [
    "{'rules':[]}",
    'is not JSON: line 1, column 2: expected a key in double quotes, or "}", found "\'"; use double quotes',
  ],
  [
    '{\n  // mine\n}',
    'is not JSON: line 2, column 3: expected a key in double quotes, or "}", found "/"; remove the',
  ],
  ['{"rules" []}', 'is not JSON: line 1, column 10: expected ":", found "["; add ":" before it'],
  [
    '{"rules":[1 2]}',
    'is not JSON: line 1, column 13: expected "," or "]", found "2"; add "," or "]" before it',
  ],
  ['{"rules":deny}', 'is not JSON: line 1, column 10: expected a value, found "deny"; correct it'],
  ['{"rules":01}', 'is not JSON: line 1, column 10: expected a value, found "01"; correct it'],
  [
    '{} {}',
    'is not JSON: line 1, column 4: expected the end of the file, found "{"; remove what follows the policy',
  ],
  ['{"a":"b\n"}', 'is not JSON: line 1, column 6: expected a value, found """; end the text'],
  ['{"a":TRUE}', 'is not JSON: line 1, column 6: expected a value, found "TRUE"; correct it'],
])('%s is refused', (text, problem) => {
  expect(() => parsePolicy(text, '/home/ada/policy.json')).toThrow(`/home/ada/policy.json: ${problem}`);
});

test('tells every problem at once', () => {
  const text = '{"rules":[{"effect":"x","function":1}],"default":{}}';
  expect(() => parsePolicy(text, 'p')).toThrow(
    expect.objectContaining({ name: 'PolicyError', problems: expect.objectContaining({ length: 3 }) }),
  );
});

test('nobody can change a policy after it was checked', () => {
  const document = { rules: [{ effect: 'deny' as 'deny' | 'allow', function: 'a' }] };
  const checked = checkPolicy(document);
  document.rules[0]!.effect = 'allow';
  expect(checked.rules![0]!.effect).toBe('deny');
});
