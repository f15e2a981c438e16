import type { IntegrationModel } from '../../model/model.js';
import { Emitted } from '../emitted.js';
import { shellWord } from '../syntax/shell.js';
import type { ShownExample } from './lead-example.js';

/**
 * The command `kosmo` with this integration, for a shell: the same wherever it is written. Each package is named in full:
 * where `kosmo` is not installed, `npx kosmo` would fetch and run whatever package has that name.
 */
export function kosmoCommand(model: IntegrationModel): string {
  const given = packages(model).map((name) => `--package=${shellWord(name).text}`);
  return ['npx -y', ...given, 'kosmo'].join(' ');
}

/** The ways to call a function and to learn about others, for a shell. */
export function callCommands(model: IntegrationModel, { fn, example }: ShownExample): Emitted[] {
  const kosmo = kosmoCommand(model);
  // What a write needs on the command line is the user's consent.
  const consent = fn.kind === 'write' ? ' --yes' : '';
  const given = shellWord(JSON.stringify(example.args)).text;
  const name = shellWord(model.name).text;
  return [
    new Emitted(`${kosmo} call ${fn.fullName} ${given}${consent}`),
    new Emitted(`${kosmo} list ${name}`),
    new Emitted(`${kosmo} ${name} ${fn.name} --help`),
  ];
}

/** The ways to run a script that is in `example.lua`, for a shell. */
export function scriptCommands(model: IntegrationModel): Emitted[] {
  const given = ['example.lua', '--json example.lua', '--yes --timeout 10s example.lua'];
  return given.map((args) => new Emitted(`${kosmoCommand(model)} lua ${args}`));
}

/** The command that serves the integration to an MCP client, for a shell. */
export function serveCommand(model: IntegrationModel): Emitted {
  return new Emitted(`${kosmoCommand(model)} ${serveOptions(model)}`);
}

/** The words that follow `kosmo` in the command. */
export function serveOptions({ name }: IntegrationModel): string {
  return `${serve.join(' ')} ${shellWord(name).text}`;
}

/** What a client's settings file has as the arguments of `npx`, to run the same. */
export function serveArguments(model: IntegrationModel): string[] {
  return ['-y', ...packages(model).map((name) => `--package=${name}`), 'kosmo', ...serve, model.name];
}

const serve = ['mcp', 'serve', '--mode', 'tools', '--integration'];

/** The command, this integration, and others that its functions make accounts of. */
function packages({ name, functions }: IntegrationModel): string[] {
  const connected = functions.flatMap(({ connects }) => connects?.accounts ?? []);
  const names = ['cli', name, ...connected.map(({ integration }) => integration)];
  return [...new Set(names)].map((each) => `@kosmokrator/${each}`);
}
