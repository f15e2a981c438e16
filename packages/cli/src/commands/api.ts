import { Command, Option } from 'commander';
import type { ApiOptions } from '../api/run-api.js';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../terminal/add-examples.js';
import { collect } from '../arguments/collect.js';

export function apiCommand(context: CommandContext): Command {
  const command = new Command('api')
    .description(
      'Send a raw HTTP request to the API of a vendor, with the credentials of an account. For an endpoint that no function calls yet: name a method and a path. GET and HEAD count as reads, all else as writes that are never sent twice.',
    )
    .argument(
      '<integration>',
      'such as planetscale; with several APIs INTEGRATION/API, such as upstash/platform',
    )
    .argument('<method>', 'GET, HEAD, POST, PUT, PATCH or DELETE')
    .argument('<path>', 'below the base URL, encoded, such as /organizations')
    .option('--account <account>', 'the account to use', 'default')
    .option('--query <name=value>', 'add to the query; can be repeated', collect, [])
    .option('--data <json>', 'the body: JSON, @FILE, or @- for standard input')
    .option('-i, --include', 'print status and headers, too; HEAD always does')
    .option('-y, --yes', 'approve the request; what the policy denies stays denied')
    .option('--non-interactive', 'never ask')
    .option('--timeout <duration>', 'such as 500ms, 30s or 2m', '30s')
    .option('--dry-run', 'check everything, print the request, send nothing')
    .option('--curl', 'a dry run that prints the request for curl')
    .option('-o, --output <file>', 'write the result to a file')
    .option('--json', 'print one envelope: ok, data or error, meta')
    .addOption(new Option('--select <jmespath>', 'print what the expression selects of the result'))
    .option('--format <format>', 'table, json, yaml, csv or ndjson')
    .option('-q, --quiet', 'print ids only')
    .action(async (target: string, method: string, path: string, options: ApiOptions) => {
      const { runApi } = await import('../api/run-api.js');
      await runApi(target, { method, path }, options, context);
    });
  return addExamples(command, [
    'kosmo api planetscale GET /organizations --query page=2',
    'kosmo api upstash/platform GET /redis/databases --select "[].database_name"',
    `kosmo api upstash/redis POST / --data '["INCR","visits"]' --dry-run`,
  ]);
}
