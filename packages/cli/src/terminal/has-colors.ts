type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a stream gets colours: NO_COLOR turns them off and FORCE_COLOR on, in this order; else a terminal has them that is
 * not a dumb one.
 */
export function hasColors(stream: { readonly isTTY?: boolean }, env: Environment = process.env): boolean {
  const { NO_COLOR: none, FORCE_COLOR: force, TERM: terminal } = env;
  if (none || force === '0' || force === 'false') return false;
  return Boolean(force) || (stream.isTTY === true && terminal !== 'dumb');
}
