/** What a command gives back besides its output. */
export interface CommandContext {
  setExitCode(code: number): void;
}
