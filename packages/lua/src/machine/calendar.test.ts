import { afterAll, beforeEach, expect, test } from 'vitest';
import { localTime, secondsOf, utcTime } from './calendar.js';

const zone = process.env['TZ'];
// Clocks go forward on 31 March 2024 at 01:00 UTC and back on 27 October at 01:00 UTC.
beforeEach(() => void (process.env['TZ'] = 'Europe/Berlin'));
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const at = (year: number, month: number, day: number, hours: number, daylight = -1) =>
  secondsOf({ year: year - 1900, month: month - 1, day, hours, minutes: 30, seconds: 0, daylight });
const seconds = (text: string) => BigInt(Date.parse(text) / 1000);

test('breaks a time down in UTC', () => {
  expect(utcTime(seconds('2024-12-31T23:59:58Z'))).toEqual({
    year: 124,
    month: 11,
    day: 31,
    hours: 23,
    minutes: 59,
    seconds: 58,
    weekday: 2,
    yearDay: 365,
    daylight: 0,
    ahead: 0,
  });
});

test('breaks a time down in local time', () => {
  const summer = { month: 5, hours: 14, daylight: 1, ahead: 7200 };
  expect(localTime(seconds('2024-06-01T12:00:00Z'))).toMatchObject(summer);
  expect(localTime(seconds('2024-01-31T23:30:00Z'))).toMatchObject({
    month: 1,
    day: 1,
    hours: 0,
    ahead: 3600,
  });
});

test('takes the first of two times of one name, or the one that is meant', () => {
  expect(at(2024, 10, 27, 2)).toBe(seconds('2024-10-27T00:30:00Z'));
  expect(at(2024, 10, 27, 2, 1)).toBe(seconds('2024-10-27T00:30:00Z'));
  expect(at(2024, 10, 27, 2, 0)).toBe(seconds('2024-10-27T01:30:00Z'));
});

test('reads a time on the other clock of the year', () => {
  expect(at(2024, 7, 1, 12, 0)).toBe(seconds('2024-07-01T11:30:00Z'));
  expect(at(2024, 1, 1, 12, 1)).toBe(seconds('2024-01-01T10:30:00Z'));
});

test('takes years of one and two digits as they are', () => {
  expect(utcTime(at(50, 1, 1, 12))).toMatchObject({ year: 50 - 1900, yearDay: 0 });
});

test('goes on where the dates of JavaScript end', () => {
  const year = 2_000_024;
  const far = at(year, 2, 29, 12);
  expect(localTime(far)).toMatchObject({ year: year - 1900, month: 1, day: 29, hours: 12, minutes: 30 });
  expect(utcTime(-(2n ** 50n))).toMatchObject({ year: -35_676_378 - 1900, month: 3, day: 8, hours: 5 });
});

test('takes parts of a time far beyond their ranges', () => {
  process.env['TZ'] = 'UTC';
  expect(at(2000, 1, 200_000_000, 12)).toBe(17_280_946_641_600n + 1800n);
  expect(at(199_999, 2_147_483_647, 1, 12)).toBe(5_653_585_719_748_800n + 1800n);
  expect(at(2024, 14, -3, 30)).toBe(seconds('2025-01-29T06:30:00Z'));
});

test('a clock that is changed once and for all is no summer time', () => {
  // Moscow was ahead by 3 hours in winter, and by 4 from March 2011 until 2014.
  process.env['TZ'] = 'Europe/Moscow';
  expect(localTime(seconds('2011-08-16T05:00:00Z'))).toMatchObject({ daylight: 0, ahead: 14_400 });
  expect(localTime(seconds('2010-08-16T05:00:00Z'))).toMatchObject({ daylight: 1, ahead: 14_400 });
});
