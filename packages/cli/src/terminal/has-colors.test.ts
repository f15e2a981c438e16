import { expect, test } from 'vitest';
import { hasColors } from './has-colors.js';
import { paint, showPaint, withoutMarks } from './paint.js';

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
  [false, { CI: 'true' }, false],
])('a terminal: %s, with %j, has colours: %s', (isTTY, env, expected) => {
  expect(hasColors({ isTTY }, env)).toBe(expected);
});

test('paint is shown as colours or not at all', () => {
  const text = `${paint('heading', 'name', true)} ${paint('name', 'x', true)}`;
  expect(paint('heading', 'name', false)).toBe('name');
  expect(showPaint(text, false)).toBe('name x');
  expect(showPaint(text, true)).toBe('\u001b[1mname\u001b[22m \u001b[36mx\u001b[39m');
  expect(withoutMarks(text)).not.toBe(text);
  expect(showPaint(withoutMarks(text), true)).not.toContain('\u001B');
});
