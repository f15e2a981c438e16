// Several headers arrive joined with commas; a date holds a comma of its own.
const values = /(?:^|,)\s*(-?\d*\.?\d+|\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT)\s*(?=,|$)/gi;

/**
 * Milliseconds that `Retry-After` asks for: the first value that is a number of seconds
 * or an HTTP date. 0 for a time that is past; undefined when nothing in it can be read.
 * A date is taken relative to the reply's own `Date`, so that wrong clocks do no harm.
 */
export function retryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const { 'retry-after': header = '', date = '' } = headers;
  const waits = [...header.matchAll(values)].map(([, text]) =>
    text!.includes(':') ? Date.parse(text!) - (Date.parse(date) || Date.now()) : Number(text) * 1000,
  );
  const wait = waits.find((milliseconds) => milliseconds === milliseconds);
  return wait && Math.min(Math.max(0, Math.round(wait)), Number.MAX_SAFE_INTEGER);
}
