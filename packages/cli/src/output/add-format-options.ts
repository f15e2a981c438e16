import type { Command } from 'commander';

/** The options by which a command that gives data is told how to print it. */
export interface FormatOptions {
  readonly json?: true;
  readonly format?: string;
  readonly quiet?: true;
  readonly query?: string;
}

export function addFormatOptions(command: Command): Command {
  return command
    .option('--json', 'print one JSON object: ok, data or error, meta')
    .option('--query <jmespath>', 'print what the expression selects')
    .option('--format <format>', 'table, json, yaml, csv or ndjson')
    .option('-q, --quiet', 'print names only');
}
