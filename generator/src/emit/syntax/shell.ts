import { Emitted } from '../emitted.js';
import { plainLine } from './plain-line.js';

/** One argument or value of a POSIX shell: bare when that is safe, else in single quotes. Always one line. */
export function shellWord(text: string): Emitted {
  const line = plainLine(text);
  const bare = /^[\w@%+=:,./][\w@%+=:,./-]*$/.test(line);
  return new Emitted(bare ? line : `'${line.replaceAll("'", `'\\''`)}'`);
}

/** A script in another language as one argument, in single quotes; its lines stay lines. */
export function shellScript(script: Emitted): Emitted {
  return new Emitted(`'${script.text.replaceAll("'", `'\\''`)}'`);
}

/** Sets an environment variable. A name that is none is refused. */
export function shellAssignment(variable: string, value: string): Emitted {
  if (!/^[A-Za-z_]\w*$/.test(variable)) throw new TypeError('not the name of an environment variable');
  return new Emitted(`export ${variable}=${shellWord(value).text}`);
}
