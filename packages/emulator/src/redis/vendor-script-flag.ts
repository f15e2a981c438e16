/** Lets a script lock its keys only. Source: https://upstash.com/docs/redis/features/key-locking */
const vendorFlag = 'allow-key-locking';

/**
 * The text of a script without the vendor's flag in its first line; undefined when it has none. The line is left empty
 * when it says nothing else, so that Redis takes the script as one without flags, and lines keep their numbers.
 */
export function withoutScriptFlag(text: string | Buffer): Buffer | undefined {
  const bytes = Buffer.from(text);
  const end = bytes.indexOf('\n');
  if (end < 0 || bytes[0] !== 0x23) return undefined;
  const [engine, ...options] = bytes.subarray(0, end).toString('latin1').trim().split(/\s+/);
  const kept = options.map(withoutFlag).filter((option) => option !== '');
  if (engine !== '#!lua' || kept.join(' ') === options.join(' ')) return undefined;
  const line = kept.length === 0 ? '' : [engine, ...kept].join(' ');
  return Buffer.concat([Buffer.from(line, 'latin1'), bytes.subarray(end)]);
}

function withoutFlag(option: string): string {
  const flags = /^flags=(.*)$/.exec(option)?.[1]?.split(',');
  if (flags === undefined || !flags.includes(vendorFlag)) return option;
  const kept = flags.filter((flag) => flag !== vendorFlag);
  // An empty flag is Redis's to refuse.
  if (kept.includes('')) return option;
  return kept.length === 0 ? '' : `flags=${kept.join(',')}`;
}

/**
 * The code of a library without the vendor's flag in the lists of flags that it registers its functions with; undefined
 * when it has none. Lines keep their numbers.
 */
export function withoutFunctionFlag(code: string | Buffer): Buffer | undefined {
  const text = Buffer.from(code).toString('latin1');
  const plain = text.replaceAll(/\bflags\s*=\s*\{[^{}]*\}/g, (list) => list.replaceAll(quotedFlag, ''));
  return plain === text ? undefined : Buffer.from(plain, 'latin1');
}

const quotedFlag = new RegExp(`(["'])${vendorFlag}\\1[ \\t]*,?`, 'g');
