import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Command } from 'commander';
import { kosmoWithParcels } from '../../testing/kosmo-with-parcels.js';
import { commandTable } from '../command-tree/command-table.js';
import type { CommandDescription } from '../command-tree/describe-command.js';
import { fullHelp } from '../terminal/add-examples.js';
import { wholeProgram } from '../../testing/whole-program.js';

const { kosmo } = kosmoWithParcels();
const schema = JSON.parse(readFileSync(new URL('../../schemas/commands-1.json', import.meta.url), 'utf8'));
const isTree = new Ajv2020({ allErrors: true }).compile(schema);

/** What a command line prints as data, which must be as the schema says. */
async function treeOf(args: readonly string[]) {
  const { code, stdout, stderr } = await kosmo(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { data, meta } = JSON.parse(stdout);
  isTree(data);
  expect(isTree.errors).toBe(null);
  return { data, meta };
}

const all = (command: CommandDescription): CommandDescription[] => [
  command,
  ...command.commands.flatMap(all),
];

describe('kosmo commands', () => {
  test('describes every command that is not hidden', async () => {
    const { data, meta } = await treeOf(['commands', '--json']);
    expect(meta).toEqual({ command: 'commands', version: 1 });
    const shown = Object.entries(commandTable).filter(([, { hidden }]) => !hidden);
    expect(data.commands.map(({ name }: { name: string }) => name)).toEqual(shown.map(([name]) => name));
    expect(all(data).filter(({ description }) => !description.endsWith('.'))).toEqual([]);
  });

  test('tells arguments, options with types and defaults, and exit codes', async () => {
    const { data } = await treeOf(['commands', '--json']);
    const find = (name: string) => data.commands.find((one: { name: string }) => one.name === name);
    expect(find('search').arguments).toMatchObject([{ name: 'question', required: true, variadic: true }]);
    expect(find('lua').options).toContainEqual({
      name: '--timeout',
      short: null,
      description: expect.stringContaining('longest time'),
      type: 'string',
      value: 'duration',
      required: false,
      multiple: false,
      choices: null,
      default: '30s',
    });
    expect(find('call').options).toContainEqual(
      expect.objectContaining({ name: '--arg', type: 'string', multiple: true }),
    );
    expect(find('call').options).toContainEqual(
      expect.objectContaining({ name: '--limit', type: 'integer' }),
    );
    expect(data.exit_codes).toContainEqual({ code: 130, meaning: 'interrupted' });
  });

  test('is a table of command lines for people', async () => {
    const { stdout } = await kosmo(['commands']);
    expect(stdout).toMatch(/^kosmo mcp serve +Serve /m);
    expect(stdout).not.toMatch(/^kosmo mcp +Serve/m);
  });
});

describe('--help --json', () => {
  test.each([[['list', '--help', '--json']], [['--json', 'list', '-h']], [['help', 'list', '--json']]])(
    '%j is the part of the tree',
    async (args) => {
      const { data } = await treeOf(['commands', '--json']);
      const { data: list, meta } = await treeOf(args);
      expect(list).toEqual({ schema_version: 1, ...data.commands[0] });
      expect(meta).toEqual({ command: 'list', version: 1 });
    },
  );

  test('tells commands below others, and functions with their params', async () => {
    expect((await treeOf(['mcp', 'serve', '--help', '--json'])).data.command).toBe('kosmo mcp serve');
    expect((await treeOf(['--help', '--json'])).data.commands.length).toBeGreaterThan(5);
    const { data } = await treeOf(['parcel-post', 'get_parcel', '--help', '--json']);
    expect(data).toMatchObject({
      command: 'kosmo parcel-post get_parcel',
      examples: ['kosmo parcel-post get_parcel --id TEXT'],
    });
    expect(data.options).toContainEqual(
      expect.objectContaining({ name: '--id', type: 'string', required: true }),
    );
  });
});

const withAllBelow = (command: Command): Command[] => [command, ...command.commands.flatMap(withAllBelow)];

test.each(
  withAllBelow(wholeProgram())
    .filter((command) => command.commands.length === 0 && !command.name().startsWith('_'))
    .map((command) => [command.name(), command] as const),
)('the help of %s fits 80 columns, and examples come first', (_name, command) => {
  const lines = fullHelp(command).split('\n');
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines[1]).toMatch(/^ {2}.*kosmo /);
});
