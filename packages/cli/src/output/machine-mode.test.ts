import { expect, test } from 'vitest';
import { isAgent, wantsEnvelope } from './machine-mode.js';

test.each([
  [['list', '--json'], {}, true],
  [['list'], {}, false],
  [['list'], { CLAUDECODE: '1' }, true],
  [['upstash', 'get_key'], { CURSOR_AGENT: '1' }, true],
  [['search', 'x'], { CODEX_SANDBOX: 'seatbelt' }, true],
  [['schema', 'x'], { GEMINI_CLI: '1' }, true],
  [['schema', 'x'], { GEMINI_CLI: '' }, false],
  [['docs', 'upstash'], { CLAUDECODE: '1' }, false],
  [['docs', 'upstash', '--json'], {}, true],
  [['list', '--json', '--format', 'yaml'], {}, false],
  [['list', '--format=yaml'], { CLAUDECODE: '1' }, false],
  [['call', 'x', '-q'], { CLAUDECODE: '1' }, false],
  [['lua', 'x', '--json'], { CLAUDECODE: '1' }, false],
  [['list', '--help'], { CLAUDECODE: '1' }, false],
  [['call', 'x', '--', '--json'], {}, false],
  [['upstash', 'set_key', '--value=--json'], {}, false],
])('%j with %j prints an envelope: %s', (args, env, expected) => {
  expect(wantsEnvelope(args, env)).toBe(expected);
});

test('0 in a variable means no agent', () => expect(isAgent({ CLAUDECODE: '0' })).toBe(false));
