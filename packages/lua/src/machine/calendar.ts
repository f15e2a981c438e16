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

/** The time in UTC, as `gmtime` has it. */
export function utcTime(seconds: bigint): BrokenTime {
  const { date, cycles } = near(seconds);
  return breakDown(date, { cycles, ahead: 0, daylight: 0 });
}

/** The time of this computer's time zone, as `localtime` has it. */
export function localTime(seconds: bigint): BrokenTime {
  const { date, cycles } = near(seconds);
  const ahead = secondsAhead(date);
  const local = new Date(date.getTime() + 1000 * ahead);
  return breakDown(local, { cycles, ahead, daylight: Number(isDaylight(date)) });
}

/**
 * The seconds since 1970 of a local time, as `mktime` has them; its parts may be beyond their ranges. `daylight` says
 * on which of the two clocks of a year the time was read; where it does not say, a time that comes twice is the first.
 */
export function secondsOf(time: Omit<BrokenTime, 'weekday' | 'yearDay' | 'ahead'>): bigint {
  const year = time.year + 1900 + Math.floor(time.month / 12);
  const days = daysBefore(year, time.month - 12 * Math.floor(time.month / 12)) + BigInt(time.day - 1);
  const clock = 3600 * time.hours + 60 * time.minutes + time.seconds;
  // The fields are read as if local time were UTC, and then as the local date of the same fields.
  const { date: named, cycles } = near(days * 86_400n + BigInt(clock));
  const date = new Date(0);
  date.setFullYear(named.getUTCFullYear(), named.getUTCMonth(), named.getUTCDate());
  date.setHours(named.getUTCHours(), named.getUTCMinutes(), named.getUTCSeconds(), 0);
  const seconds = date.getTime() / 1000 - clockChange(date, time.daylight);
  return BigInt(seconds) + BigInt(cycles) * BigInt(cycle);
}

/** Days from 1970 to the first of a month, for any year. */
function daysBefore(year: number, month: number): bigint {
  const cycles = Math.floor((year - 2000) / 400);
  const days = Date.UTC(year - 400 * cycles, month, 1) / 86_400_000;
  return BigInt(days) + BigInt(cycles) * BigInt(cycle / 86_400);
}

/** By how many seconds the clock that is meant is ahead of the one that is in force. */
function clockChange(date: Date, daylight: number): number {
  if (daylight < 0 || isDaylight(date) === daylight > 0) return 0;
  const [winter, summer] = clocksAround(date);
  return (daylight > 0 ? summer : winter) - secondsAhead(date);
}

/** The time within the range of JavaScript's dates, and how many cycles were taken away for it. */
function near(seconds: bigint): { readonly date: Date; readonly cycles: number } {
  const cycles = Math.abs(Number(seconds)) < mostSeconds ? 0 : Math.floor(Number(seconds) / cycle);
  const date = new Date(1000 * Number(seconds - BigInt(cycles) * BigInt(cycle)));
  return { date, cycles };
}

function breakDown(
  date: Date,
  { cycles, ahead, daylight }: { cycles: number; ahead: number; daylight: number },
): BrokenTime {
  const year = date.getUTCFullYear();
  return {
    seconds: date.getUTCSeconds(),
    minutes: date.getUTCMinutes(),
    hours: date.getUTCHours(),
    day: date.getUTCDate(),
    month: date.getUTCMonth(),
    year: year - 1900 + 400 * cycles,
    weekday: date.getUTCDay(),
    yearDay: Math.floor((date.getTime() - new Date(0).setUTCFullYear(year, 0, 1)) / 86_400_000),
    daylight,
    ahead,
  };
}

function secondsAhead(at: Date): number {
  return -60 * at.getTimezoneOffset() || 0;
}

/** A clock that is ahead of those of the months before and of those after, as it is in summer where clocks are changed. */
function isDaylight(at: Date): boolean {
  const [winter, summer] = clocksAround(at);
  return winter < summer && secondsAhead(at) === summer;
}

const month = 30 * 86_400_000;

/**
 * The seconds by which local time is ahead: the less and the more, within nine months before and after. They are one
 * where no clock is changed, and where it was changed once and for all.
 */
function clocksAround(at: Date): readonly [winter: number, summer: number] {
  const clocks = (sign: number) =>
    Array.from({ length: 9 }, (_, months) =>
      secondsAhead(new Date(at.getTime() + sign * (months + 1) * month)),
    );
  const [before, after, now] = [clocks(-1), clocks(1), secondsAhead(at)];
  const winter = Math.max(Math.min(...before), Math.min(...after));
  const summer = Math.min(Math.max(...before), Math.max(...after));
  return [Math.min(winter, now), Math.max(summer, now)];
}
