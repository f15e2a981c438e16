import { expect, test } from 'vitest';
import { readMessage, readTooLong } from './read-message.js';

const read = (line: string | Uint8Array) => readMessage(Buffer.from(line as string));
const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };

test.each([
  ['a request', JSON.stringify(ping), ping],
  ['after a byte order mark', `\ufeff${JSON.stringify(ping)}`, ping],
  ['before a carriage return', `${JSON.stringify(ping)}\r`, ping],
  ['with a field that nobody knows', JSON.stringify({ ...ping, extra: 1 }), ping],
  ['with an id that is text', JSON.stringify({ ...ping, id: '' }), { ...ping, id: '' }],
  [
    'a notification',
    '{"jsonrpc":"2.0","method":"a","params":{}}',
    { jsonrpc: '2.0', method: 'a', params: {} },
  ],
  ['an answer', '{"jsonrpc":"2.0","id":1,"result":{}}', { jsonrpc: '2.0', id: 1, result: {} }],
])('takes %s', (_what, line, message) => {
  expect(read(line)).toEqual({ message });
});

test.each(['', '   ', '\r', '\ufeff'])('passes over %j', (line) => {
  expect(read(line)).toBeUndefined();
});

test.each([
  ['{this is not json', -32_700, null, 'the line is not JSON, or is cut off'],
  ['{"jsonrpc":"2.0","id":9,"method":', -32_700, null, 'the line is not JSON, or is cut off'],
  [Uint8Array.of(0x22, 0xff, 0x22), -32_700, null, 'the line is not UTF-8'],
  ['null', -32_600, null, 'a message must be a JSON object'],
  ['7', -32_600, null, 'a message must be a JSON object'],
  ['{}', -32_600, null, 'jsonrpc must be "2.0"'],
  ['{"id":16,"method":"ping"}', -32_600, 16, 'jsonrpc must be "2.0"'],
  ['{"jsonrpc":2.0,"id":"x","method":"ping"}', -32_600, 'x', 'jsonrpc must be "2.0"'],
  ['{"jsonrpc":"2.0","id":1}', -32_600, 1, 'method must be a string'],
  ['{"jsonrpc":"2.0","id":1,"method":7}', -32_600, 1, 'method must be a string'],
  ['{"jsonrpc":"2.0","id":null,"method":"ping"}', -32_600, null, 'id must be a string or a whole number'],
  ['{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}', -32_600, null, 'id must be a string or a whole number'],
  ['{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32_600, null, 'id must be a string or a whole number'],
  [
    '{"jsonrpc":"2.0","id":9007199254740993,"method":"ping"}',
    -32_600,
    null,
    'id must be a string or a whole number',
  ],
  [
    '{"jsonrpc":"2.0","id":13,"method":"ping","params":null}',
    -32_600,
    13,
    'params must be an object, or be left out',
  ],
  [
    '{"jsonrpc":"2.0","id":13,"method":"ping","params":[1]}',
    -32_600,
    13,
    'params must be an object, or be left out',
  ],
  [
    '{"jsonrpc":"2.0","id":13,"method":"ping","params":{"_meta":1}}',
    -32_600,
    13,
    'params._meta does not follow the protocol',
  ],
])('answers %s', (line, code, id, text) => {
  expect(read(line)).toEqual({ problems: [{ id, code, text }] });
});

test('answers each request of a batch', () => {
  const batch = [ping, { ...ping, id: 'b' }, { jsonrpc: '2.0', method: 'notifications/x' }, 7];
  expect(read(JSON.stringify(batch))).toMatchObject({
    problems: [null, 1, 'b'].map((id) => ({ id, code: -32_600 })),
  });
  expect(read('[]')).toMatchObject({ problems: [{ id: null }] });
});

test.each([
  ['{"method":"notifications/x"}', 'a notification: jsonrpc must be "2.0"'],
  [
    '{"jsonrpc":"2.0","method":"a","params":null}',
    'a notification: params must be an object, or be left out',
  ],
  ['{"jsonrpc":"2.0","id":{},"result":{}}', 'an answer: id must be a string or a whole number'],
  ['{"jsonrpc":"2.0","id":1,"error":"no"}', 'an answer: result or error must be an object'],
])('ignores %s, for which nobody waits', (line, ignored) => {
  expect(read(line)).toEqual({ ignored });
});

test.each([
  [null, undefined],
  ['{"n":12345678901234567890}', { n: 12345678901234567890n }],
  ['[1]', '[1]'],
  ['no JSON', 'no JSON'],
])('takes %j as the arguments of a tool', (given, expected) => {
  const line = JSON.stringify({ ...ping, method: 'tools/call', params: { name: 'a', arguments: given } });
  const params = { name: 'a', ...(expected !== undefined && { arguments: expected }) };
  expect(read(line)).toEqual({ message: { ...ping, method: 'tools/call', params } });
});

test.each([
  ['{"jsonrpc":"2.0","id":7,"method":"a', '', 7],
  ['{"jsonrpc":"2.0","id":"a-7","method":"a', '', 'a-7'],
  ['{"method":"a"', '"},"jsonrpc":"2.0","id":8}', 8],
  ['{"method":"a"', '"}},"id":8}}', null],
  ['[', '[', null],
])('finds the id of a message that begins %j and ends %j', (start, end, id) => {
  expect(readTooLong(Buffer.from(start), Buffer.from(end), 100)).toEqual({
    problems: [{ id, code: -32_600, text: 'the line is longer than 100 bytes' }],
  });
});

test('null for the params of a list is none', () => {
  const asked = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  expect(readMessage(Buffer.from(JSON.stringify({ ...asked, params: null })))).toEqual({ message: asked });
});
