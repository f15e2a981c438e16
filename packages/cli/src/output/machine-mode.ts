type Environment = Readonly<Record<string, string | undefined>>;

const agentVariables = ['CLAUDECODE', 'CURSOR_AGENT', 'CODEX_SANDBOX', 'GEMINI_CLI'];

/** Commands that print for people, or have an object of their own for `--json`. */
const otherwise = new Set(['lua', 'mcp', 'trust', 'emulate', 'help']);

/** Whether an agent has started the command. */
export function isAgent(env: Environment = process.env): boolean {
  return agentVariables.some((name) => !['', '0', undefined].includes(env[name]));
}

/**
 * Whether a command line asks for an envelope. It is read as text, so that a command line that is wrong gets one, too.
 * `--format` and `--quiet` ask for something else.
 */
export function wantsEnvelope(args: readonly string[], env: Environment = process.env): boolean {
  const end = args.indexOf('--');
  const words = end < 0 ? args : args.slice(0, end);
  const has = (...names: readonly string[]) => words.some((word) => names.includes(word.split('=', 1)[0]!));
  const command = words.find((word) => !word.startsWith('-'));
  if (command !== undefined && otherwise.has(command)) return false;
  if (has('--format', '--quiet', '-q', '--help', '-h', '--version', '-V')) return false;
  return has('--json') || (command !== undefined && command !== 'docs' && isAgent(env));
}
