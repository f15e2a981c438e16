import type { BrokenTime } from './calendar.js';

const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Directives that stand for several others. */
const combined: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

const single: Readonly<Record<string, (time: BrokenTime) => string>> = {
  a: ({ weekday }) => days[weekday]!.slice(0, 3),
  A: ({ weekday }) => days[weekday]!,
  b: ({ month }) => months[month]!.slice(0, 3),
  B: ({ month }) => months[month]!,
  C: ({ year }) => two(Math.floor((year + 1900) / 100)),
  d: ({ day }) => two(day),
  e: ({ day }) => String(day).padStart(2),
  g: (time) => two(modulo(isoWeek(time).year, 100)),
  G: (time) => String(isoWeek(time).year),
  h: ({ month }) => months[month]!.slice(0, 3),
  H: ({ hours }) => two(hours),
  I: ({ hours }) => two(hours % 12 || 12),
  j: ({ yearDay }) => String(yearDay + 1).padStart(3, '0'),
  m: ({ month }) => two(month + 1),
  M: ({ minutes }) => two(minutes),
  n: () => '\n',
  p: ({ hours }) => (hours < 12 ? 'AM' : 'PM'),
  S: ({ seconds }) => two(seconds),
  t: () => '\t',
  u: ({ weekday }) => String(weekday || 7),
  U: ({ yearDay, weekday }) => two(Math.floor((yearDay + 7 - weekday) / 7)),
  V: (time) => two(isoWeek(time).week),
  w: ({ weekday }) => String(weekday),
  W: ({ yearDay, weekday }) => two(Math.floor((yearDay + 7 - ((weekday + 6) % 7)) / 7)),
  y: ({ year }) => two(modulo(year, 100)),
  Y: ({ year }) => String(year + 1900),
  z: ({ ahead }) => offset(ahead, ''),
  Z: ({ ahead }) => (ahead === 0 ? 'UTC' : `UTC${offset(ahead, ':')}`),
  '%': () => '%',
};

/**
 * A time by a pattern of C's `strftime`, in the C locale. `%Z` is the distance from UTC: names of time zones are the
 * system's, and a script sees nothing of it.
 */
export function formatTime(pattern: string, time: BrokenTime): string {
  return pattern.replace(/%[EO]?(.)/gs, (whole, letter: string) => {
    const parts = combined[letter];
    return parts === undefined ? (single[letter]?.(time) ?? whole) : formatTime(parts, time);
  });
}

/** A week belongs to the year in which its Thursday is. */
function isoWeek({ year, yearDay, weekday }: BrokenTime): { readonly year: number; readonly week: number } {
  const full = year + 1900;
  const thursday = yearDay + 3 - ((weekday + 6) % 7);
  const length = daysIn(full);
  if (thursday < 0) return { year: full - 1, week: Math.floor((thursday + daysIn(full - 1)) / 7) + 1 };
  if (thursday >= length) return { year: full + 1, week: 1 };
  return { year: full, week: Math.floor(thursday / 7) + 1 };
}

function daysIn(year: number): number {
  return modulo(year, 4) === 0 && (modulo(year, 100) !== 0 || modulo(year, 400) === 0) ? 366 : 365;
}

function offset(seconds: number, between: string): string {
  const minutes = Math.abs(seconds) / 60;
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${between}${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
