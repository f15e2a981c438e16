import { expectCount, expectString } from './expect.js';
import { SelectError } from './select-error.js';

/** `pad_left`: fills up in front to `width` code points, with spaces or the one character given. */
export function padLeft(subject: unknown, width: unknown, pad?: unknown): string {
  const text = expectString(subject, 'pad_left', 1);
  return padding('pad_left', text, width, pad) + text;
}

/** `pad_right`: fills up at the end to `width` code points, with spaces or the one character given. */
export function padRight(subject: unknown, width: unknown, pad?: unknown): string {
  const text = expectString(subject, 'pad_right', 1);
  return text + padding('pad_right', text, width, pad);
}

const widest = 1_000_000;

function padding(fn: string, text: string, width: unknown, pad: unknown = ' '): string {
  const count = expectCount(width, fn, 2);
  if (count > widest) throw new SelectError(`${fn}(): argument 2 must not be over ${widest}`);
  const character = expectString(pad, fn, 3);
  if ([...character].length !== 1) throw new SelectError(`${fn}(): argument 3 must be one character`);
  return character.repeat(Math.max(0, count - [...text].length));
}
