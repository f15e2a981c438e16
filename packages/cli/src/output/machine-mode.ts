import type { Printing } from '../command-tree/command-table.js';
import { isAgent } from '../terminal/ask/is-agent.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a command line asks for an envelope. It is read as text, so that a command line that is wrong gets one, too.
 * `--format` and `--quiet` ask for something else.
 */
export function wantsEnvelope(
  args: readonly string[],
  printing: Printing,
  env: Environment = process.env,
): boolean {
  const words = ownWords(args);
  const has = (...names: readonly string[]) => words.some((word) => names.includes(word.split('=', 1)[0]!));
  if (has('--format', '--quiet', '-q', '--version', '-V')) return false;
  return has('--json') || (printing === 'data' && !has('--help', '-h') && isAgent(env));
}

/** `kosmo --json list` is `kosmo list --json`. */
export function putJsonLast(args: readonly string[]): readonly string[] {
  const [first, ...rest] = args;
  if (first !== '--json') return args;
  const own = ownWords(rest);
  return [...own, first, ...rest.slice(own.length)];
}

/** What is behind `--` belongs to somebody else. */
function ownWords(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}
