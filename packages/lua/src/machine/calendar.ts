/** A time as C's `struct tm` has it: months and weekdays count from 0, years from 1900. */
export interface BrokenTime {
  readonly seconds: number;
  readonly minutes: number;
  readonly hours: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly weekday: number;
  readonly yearDay: number;
  /** 1 while daylight saving time is in force, 0 while it is not; as an argument, negative where it is not known. */
  readonly daylight: number;
  /** Seconds by which local time is ahead of UTC. */
  readonly ahead: number;
}

/** After 400 years weekdays and leap years repeat. The length in seconds. */
const cycle = 12_622_780_800;
/** Beyond these seconds a JavaScript date ends; a time further away is moved by whole cycles. */
const mostSeconds = 8e12;
const mostYears = 200_000;

/** The time in UTC, as `gmtime` has it. */
export function utcTime(seconds: bigint): BrokenTime {
  const { date, years } = near(seconds);
  return breakDown(date, { years, ahead: 0, daylight: 0 });
}

/** The time of this computer's time zone, as `localtime` has it. */
export function localTime(seconds: bigint): BrokenTime {
  const { date, years } = near(seconds);
  const ahead = secondsAhead(date);
  const local = new Date(date.getTime() + 1000 * ahead);
  return breakDown(local, { years, ahead, daylight: Number(isDaylight(date)) });
}

/**
 * The seconds since 1970 of a local time, as `mktime` has them; its parts may be beyond their ranges. `daylight` says
 * on which of the two clocks of a year the time was read; where it does not say, a time that comes twice is the first.
 */
export function secondsOf(time: Omit<BrokenTime, 'weekday' | 'yearDay' | 'ahead'>): bigint {
  const year = time.year + 1900;
  const cycles = Math.abs(year) < mostYears ? 0 : Math.floor((year - 2000) / 400);
  const date = new Date(0);
  date.setFullYear(year - 400 * cycles, time.month, time.day);
  date.setHours(time.hours, time.minutes, time.seconds, 0);
  const seconds = date.getTime() / 1000 - clockChange(date, time.daylight);
  return BigInt(seconds) + BigInt(cycles) * BigInt(cycle);
}

/** By how many seconds the clock that is meant is ahead of the one that is in force. */
function clockChange(date: Date, daylight: number): number {
  if (daylight < 0 || isDaylight(date) === daylight > 0) return 0;
  const [winter, summer] = clocksOf(date.getFullYear());
  return (daylight > 0 ? summer : winter) - secondsAhead(date);
}

function near(seconds: bigint): { readonly date: Date; readonly years: number } {
  const cycles = Math.abs(Number(seconds)) < mostSeconds ? 0 : Math.floor(Number(seconds) / cycle);
  const date = new Date(1000 * Number(seconds - BigInt(cycles) * BigInt(cycle)));
  return { date, years: 400 * cycles };
}

function breakDown(
  date: Date,
  { years, ahead, daylight }: { years: number; ahead: number; daylight: number },
): BrokenTime {
  const year = date.getUTCFullYear();
  return {
    seconds: date.getUTCSeconds(),
    minutes: date.getUTCMinutes(),
    hours: date.getUTCHours(),
    day: date.getUTCDate(),
    month: date.getUTCMonth(),
    year: year - 1900 + years,
    weekday: date.getUTCDay(),
    yearDay: Math.floor((date.getTime() - new Date(0).setUTCFullYear(year, 0, 1)) / 86_400_000),
    daylight,
    ahead,
  };
}

function secondsAhead(at: Date): number {
  return -60 * at.getTimezoneOffset() || 0;
}

function isDaylight(at: Date): boolean {
  const [winter, summer] = clocksOf(at.getFullYear());
  return winter !== summer && secondsAhead(at) === summer;
}

/** The seconds by which local time is ahead in a year: the less and the more, which are one where no clock is changed. */
function clocksOf(year: number): readonly [winter: number, summer: number] {
  const [january, july] = [0, 6].map((month) => secondsAhead(new Date(year, month, 1))) as [number, number];
  return [Math.min(january, july), Math.max(january, july)];
}
