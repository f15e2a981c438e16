import { Emitted } from '../emitted.js';
import { plainLine } from './plain-line.js';

/** One argument or value of a POSIX shell: bare when that is safe, else in single quotes. Always one line. */
export function shellWord(text: string): Emitted {
  const line = plainLine(text);
  const bare = /^[\w@%+=:,./][\w@%+=:,./-]*$/.test(line);
  return new Emitted(bare ? line : `'${line.replaceAll("'", `'\\''`)}'`);
}

/** The name of an environment variable; anything that is none is refused. */
export function shellVariable(name: string): Emitted {
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new TypeError('not the name of an environment variable');
  return new Emitted(name);
}
