import { expect, test } from 'vitest';
import { moreHelp, reportPlace } from './own-package.js';

test('links are shown where the project has set them, and left out elsewhere', () => {
  const set = { version: '1.0.0', homepage: 'https://docs.test', bugs: { url: 'https://bugs.test/new' } };
  expect(moreHelp(set)).toBe('\nDocumentation: https://docs.test');
  expect(reportPlace(set)).toBe(' at https://bugs.test/new');
  expect(reportPlace({ ...set, bugs: 'https://bugs.test' })).toBe(' at https://bugs.test');
  expect([moreHelp({ version: '1.0.0' }), reportPlace({ version: '1.0.0' })]).toEqual(['', '']);
});
