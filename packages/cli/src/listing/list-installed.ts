import type { Catalog, InstalledIntegration } from '@kosmokrator/host';
import type { CommandContext } from '../command-context.js';
import type { Answer } from '../output/print-answer.js';
import { tellWholeList } from '../output/tell-whole-list.js';
import { showOnOutput } from '../terminal/show-printable.js';

/** The installed integrations, those among them that cannot be used. Reads manifests only. */
export function listIntegrations({ integrations, broken }: Catalog, context: CommandContext): Answer {
  const usable = integrations.map(({ manifest: { name, namespace, title, functions } }) => ({
    name,
    namespace,
    title,
    functions: functions.length,
  }));
  const others = broken.map(({ name, problem }) => ({ name, problem }));
  const data = [...usable, ...others].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  tellWholeList(context, data);
  return { data, text: () => integrationTable(data) };
}

type Listed = {
  readonly name: string;
  readonly title?: string;
  readonly functions?: number;
  readonly problem?: string;
};

async function integrationTable(listed: readonly Listed[]): Promise<string> {
  if (listed.length === 0)
    return foldText('No integration is installed. Install one beside kosmo: npm install @kosmokrator/NAME');
  const rows = listed.map(({ name, title = 'cannot be used', functions, problem }) => [
    name,
    problem === undefined ? countOf(functions ?? 0) : '-',
    problem === undefined ? title : `${title}: ${problem}`,
  ]);
  return `${await tableOf(rows)}\n${await foldText('kosmo list NAME shows the functions of one.')}`;
}

function countOf(functions: number): string {
  return functions === 1 ? '1 function' : `${functions} functions`;
}

/** The functions of one integration. Reads its manifest only. */
export function listFunctions({ manifest }: InstalledIntegration, context: CommandContext): Answer {
  const data = manifest.functions.map(({ name, full_name, title, operation, destructive, paged }) => ({
    name,
    full_name,
    title,
    operation,
    destructive,
    paged,
  }));
  tellWholeList(context, data);
  const text = async () => {
    const rows = data.map((fn) => [fn.name, fn.operation, fn.paged ? 'paged' : '', fn.title]);
    const title = showOnOutput(`${manifest.title}: ${manifest.description}`);
    const help = `kosmo ${manifest.name} FUNCTION --help shows how to call one.`;
    return [await foldText(title), await tableOf(rows), await foldText(help)].join('\n');
  };
  return { data, text };
}

async function foldText(text: string): Promise<string> {
  const [{ fold }, { terminalWidth }] = await Promise.all([
    import('../output/format-people.js'),
    import('../output/format-data.js'),
  ]);
  return fold(text, terminalWidth());
}

async function tableOf(rows: readonly (readonly string[])[]): Promise<string> {
  const [{ table }, { terminalWidth }] = await Promise.all([
    import('../output/format-people.js'),
    import('../output/format-data.js'),
  ]);
  return table(
    rows.map((row) => row.map(showOnOutput)),
    terminalWidth(),
    { names: true },
  );
}
