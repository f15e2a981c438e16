import { expect, test } from 'vitest';

const { longSubjects } = (await import(new URL('./check-subjects.mjs', import.meta.url).href)) as {
  longSubjects(lines: string[]): string[];
};

test('72 characters are the most', () => {
  const [fits, long] = [`abc1234 ${'x'.repeat(72)}`, `abc1234 ${'x'.repeat(73)}`];
  expect(longSubjects([fits, long])).toEqual([long]);
});
