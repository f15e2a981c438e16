import { expect, test } from 'vitest';
import { printingOf } from '../command-tree/command-of.js';
import { isAgent } from '../terminal/ask/is-agent.js';
import { putJsonLast, wantsEnvelope } from './machine-mode.js';

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
  [['lua', 'x'], { CLAUDECODE: '1' }, false],
  [['trust'], { CLAUDECODE: '1' }, false],
  [['trust', '--json'], {}, true],
  [['mcp', 'serve', '--jsn', '--json'], {}, true],
  [['commands'], { CLAUDECODE: '1' }, true],
  [['--help'], { CLAUDECODE: '1' }, false],
  [['--help', '--json'], {}, true],
  [['emulate', '--', 'list', '--json'], {}, false],
  [['list', '--help'], { CLAUDECODE: '1' }, false],
  [['call', 'x', '--', '--json'], {}, false],
  [['upstash', 'set_key', '--value=--json'], {}, false],
])('%j with %j prints an envelope: %s', (args, env, expected) => {
  expect(wantsEnvelope(args, printingOf(args), env)).toBe(expected);
});

test('0 in a variable means no agent', () => expect(isAgent({ CLAUDECODE: '0' })).toBe(false));

test.each([
  [
    ['--json', 'list'],
    ['list', '--json'],
  ],
  [
    ['--json', 'emulate', '--', 'x'],
    ['emulate', '--json', '--', 'x'],
  ],
  [
    ['list', '--json'],
    ['list', '--json'],
  ],
  [['--json'], ['--json']],
])('%j is %j', (args, expected) => expect(putJsonLast(args)).toEqual(expected));
