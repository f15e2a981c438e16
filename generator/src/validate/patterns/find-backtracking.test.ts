import { describe, expect, test } from 'vitest';
import { findBacktracking } from './find-backtracking.js';
import { countSteps } from '../../../testing/patterns/count-steps.js';
import { guardedPatterns, randomPatterns } from '../../../testing/patterns/random-patterns.js';

describe('expressions that pass', () => {
  test.each([
    ['^[a-z0-9]+(-[a-z0-9]+)*$', 'u'],
    ['^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', 'u'],
    ['^\\d{4}-\\d{2}-\\d{2}$', 'u'],
    ['^[^@\\s]+@[^@\\s]+$', 'u'],
    ['^v?\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$', 'u'],
    ['^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$', 'u'],
    ['^(?=.*[A-Z])(?=.*\\d).{8,}$', 'u'],
    ['^(?!-)[a-z0-9-]+$', 'u'],
    ['^(\\d+\\.)*\\d+$', 'u'],
    ['^\\p{L}[\\p{L}\\p{N} ]*$', 'u'],
    ['^https://.+$', 'u'],
    ['[A-Za-z0-9]{64}', 'u'],
    ['[a-z]', 'u'],
    ['\\S', 'u'],
    ['x*', 'u'],
    ['/$', 'u'],
    ['\\bfoo\\b', 'u'],
    ['(?<=key=)[a-z]+', 'u'],
    // Whatever stands on the rest of the line, it matches.
    ['Name: (.*)$', 'm'],
    ['^#+ (.*)$', 'm'],
    ['^\\*\\*Key:\\*\\* (\\S+)', 'm'],
    ['^\\|([^|\\n]*)\\|([^|\\n]*)\\|', 'm'],
    ['"id":\\s*"([^"]+)"', 'm'],
  ])('%s', (source, flags) => {
    expect(findBacktracking(source, flags)).toBeUndefined();
  });

  test('a power of a short text', () => {
    const mail = '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$';
    expect(findBacktracking(mail, 'u', 320)).toBeUndefined();
    expect(findBacktracking(mail, 'u', 100_000)).toMatchObject({ degree: 2 });
    expect(findBacktracking('^([a-z]+-?)+$', 'u', 320)).toMatchObject({ degree: Infinity });
    expect(findBacktracking('^([a-z]+-?)+$', 'u', 12)).toBeUndefined();
  });
});

describe('expressions that do not pass', () => {
  test.each([
    ['^([a-z0-9]+-?)+$', 'u', Infinity, '[a-z0-9]+'],
    ['^(a|a)*$', 'u', Infinity, '(a|a)*'],
    ['^(a|aa)+$', 'u', Infinity, '(a|aa)+'],
    ['(a*)*b', 'u', Infinity, 'a*'],
    ['^(\\w+\\s?)*$', 'u', Infinity, '\\w+'],
    ['^(?:[a-z]{1,40}-?){1,40}$', 'u', Infinity, '[a-z]{1,40}'],
    ['^\\d+\\.?\\d*$', 'u', 2, '\\d*'],
    ['a+b', 'u', 2, 'a+'],
    ['\\d+$', 'u', 2, '\\d+'],
    ['^\\s+|\\s+$', '', 2, '\\s+'],
    ['^a*a*a*b', 'u', 3, 'a*'],
    ['Name: (.*)$', 'u', 2, '.*'],
    // A line may end in blank lines, and each line is a place to begin at.
    ['^\\s*Name: (.*)$', 'm', 2, '\\s*'],
    ['<title>(.*?)</title>', 'm', 2, '.*?'],
    ['^(?=(a+)+$)', 'u', Infinity, 'a+'],
    ['^(?!(a+)+$)b', 'u', Infinity, 'a+'],
    ['^(?=.{0,9}$|a)(?:a|a)*$', 'u', Infinity, '(?:a|a)*'],
    ['^(?!.{1,9}$)(?:a|a)*$', 'u', Infinity, '(?:a|a)*'],
    ['^(?:(?=.*b)a)*$', 'u', 2, '.*'],
    // What a look-ahead keeps from matching is no way out.
    ['(?:(?=b)[^]*|(?:a|a)*)(?!b)$', 'u', Infinity, '(?:a|a)*'],
  ])('%s', (source, flags, degree, part) => {
    expect(findBacktracking(source, flags)).toMatchObject({ degree, part });
  });

  test.each([
    ['^(a|bc)\\1$', 'u', 'the generator cannot check `\\1`'],
    ['^(a*)b\\1$', 'u', 'the generator cannot check `\\1`'],
    ['^(a\\1?)$', 'u', 'the generator cannot check `\\1`'],
    ['^(?:(a)\\1|aa)*$', 'u', 'several of its parts can match the same text'],
    ['([ab])a*\\1', 'u', 'several of its parts can match the same text'],
    // The first look-ahead lets no long text come to what takes long, and the second is no such bound.
    ['^(?=.{1,253}$)([a-z]+-?)+$', 'u', 'several of its parts can match the same text'],
    ['^(?=.{1,99}b)(?:a|a)*$', 'u', 'several of its parts can match the same text'],
    ['^(?=b)(?:a|a)*$', 'u', 'several of its parts can match the same text'],
    [
      '^(?:(?=.{1,253}$)([a-z0-9-]{1,63}\\.)+[a-z]{2,}$)',
      'u',
      'it can match in too many ways to try them all. Use smaller counts, and `maxLength` instead of a look-ahead',
    ],
    ['(?<=a+)b', 'u', 'the generator cannot check `(?<=a+)`'],
    ['(?<=ba{0,9})c', 'u', 'the generator cannot check `(?<=ba{0,9})`'],
    ['(?<=(?:a|a)b)c', 'u', 'the generator cannot check `(?<=(?:a|a)b)`'],
    ['(?<=(?=.*x))a', 'u', 'the generator cannot check `(?<=(?=.*x))`'],
    ['^(?<!(?=([a-z0-9]+-?)+$))', 'u', 'the generator cannot check `(?<!(?=([a-z0-9]+-?)+$))`'],
    ['^(?:|){12}x', 'u', 'a character can match in more than 2000 ways'],
    ['^(?:[a-z]{100}){60}$', 'u', 'with its repetitions written out, it has more than 5000 parts'],
    ['(?:){4294967295}(a*)*\\1', 'u', 'the generator cannot check `\\1`'],
    ['^(a?){30}a{30}$', 'u', 'several of its parts can match the same text'],
  ])('%s', (source, flags, reason) => {
    expect(findBacktracking(source, flags)).toEqual({ reason });
  });
});

/** Patterns as they stand in public descriptions of APIs. */
const common: Readonly<Record<string, string>> = {
  'a domain name': '^(?=.{1,253}$)(?:(?!-)[a-zA-Z0-9-]{1,63}(?<!-)\\.)+[a-zA-Z]{2,63}$',
  'a domain name, in other words':
    '^(?=.{1,255}$)[0-9A-Za-z](?:(?:[0-9A-Za-z]|-){0,61}[0-9A-Za-z])?(?:\\.[0-9A-Za-z](?:(?:[0-9A-Za-z]|-){0,61}[0-9A-Za-z])?)*\\.?$',
  'an address of mail':
    '^(?=.{1,254}$)(?=.{1,64}@)[-!#$%&a-z0-9]+(\\.[-!#$%&a-z0-9]+)*@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$',
  'a password': '^(?=.{8,}$)(?=.*?[a-z])(?=.*?[A-Z])(?=.*?[0-9])(?=.*?\\W).*$',
  'a user name': '^(?=.{3,20}$)(?![_.])(?!.*[_.]{2})[a-zA-Z0-9._]+(?<![_.])$',
  'no letter three times': '^(?!.*(.)\\1\\1)[a-zA-Z0-9]{8,32}$',
  'a date with one kind of separator': '^\\d{4}([-/.])\\d{2}\\1\\d{2}$',
  'an optional separator': '^\\d{4}(-?)\\d{2}\\1\\d{2}$',
  'a quoted text': '^(["\'])[^"\']*\\1$',
  'a quoted text of anything': '^(["\']).*\\1$',
  'a quoted text without its quote': '^(["\'])(?:(?!\\1).)*\\1$',
};

test.each(Object.entries(common))('%s passes, and takes steps in proportion to the length', (_, source) => {
  expect(findBacktracking(source, 'u')).toBeUndefined();
  const pumps = ['a', 'a.', '-', 'a-', '1', '"', '"a', "'", '.', 'aA1!', 'a@', '2024-', 'aa', ' '];
  for (const pump of pumps) {
    for (const prefix of ['', '"', 'a', '2024-12-', 'a@']) {
      for (const suffix of ['', '!', '\n', '"', '.']) {
        const steps = (times: number) =>
          countSteps(source, 'u', prefix + pump.repeat(times) + suffix, 100_000);
        expect(steps(120), `${source} on ${prefix}${pump}`).toBeLessThan(2.5 * steps(60) + 1500);
      }
    }
  }
});

describe('against an engine that counts its steps', () => {
  const texts = ['a', 'b', '-', 'ab', 'ba', 'a-', '-b', 'a\n', 'aab', 'ab-'].flatMap((pump) =>
    ['', 'b', '-'].flatMap((prefix) =>
      ['', '!', 'a', '\n'].map((suffix) => (times: number) => prefix + pump.repeat(times) + suffix),
    ),
  );
  const mostSteps = 20_000;

  test('what passes takes steps in proportion to the length', { timeout: 120_000 }, () => {
    let passed = 0;
    for (const { source, flags } of [...randomPatterns(200), ...guardedPatterns(200)]) {
      if (findBacktracking(source, flags)) continue;
      passed += 1;
      for (const text of texts) {
        const short = countSteps(source, flags, text(40), mostSteps);
        const long = countSteps(source, flags, text(80), mostSteps);
        expect(long, `${source} (${flags}) on ${JSON.stringify(text(2))}`).toBeLessThan(
          Math.min(2.5 * short + 500, mostSteps),
        );
      }
    }
    expect(passed).toBeGreaterThan(75);
  });

  test('what an attack says is so', () => {
    let attacks = 0;
    for (const { source, flags } of [...randomPatterns(200), ...guardedPatterns(200)]) {
      const found = findBacktracking(source, flags);
      if (!found || 'reason' in found) continue;
      attacks += 1;
      const { prefix, pump, suffix, degree } = found;
      const steps = (times: number) =>
        countSteps(source, flags, prefix + pump.repeat(times) + suffix, mostSteps);
      const [short, long] = degree === Infinity ? [steps(8), steps(24)] : [steps(16), steps(48)];
      expect(long, `${source} (${flags})`).toBeGreaterThan(Math.min(4.5 * short, mostSteps - 1));
    }
    expect(attacks).toBeGreaterThan(50);
  });
});
