const agentVariables = ['CLAUDECODE', 'CURSOR_AGENT', 'CODEX_SANDBOX', 'GEMINI_CLI'];

/** Whether an agent has started the command. */
export function isAgent(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return agentVariables.some((name) => !['', '0', undefined].includes(env[name]));
}
