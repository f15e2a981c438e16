import type { Emitted } from '../../emit/emitted.js';
import { join } from '../../emit/emitted.js';
import { summary } from '../../emit/summary.js';
import { mdCode, mdText } from '../../emit/syntax/markdown.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';
import type { Detail } from './detail.js';
import { signature } from './signature.js';

const mostGroups = 15;

/** One line each, or one for each group of functions. */
export function functionList(integration: IntegrationModel, { functions }: Detail): Emitted[] {
  if (functions === 'names') return groups(integration).map(nameLine);
  if (functions === 'counts') return countLines(groups(integration));
  return integration.functions.map((fn) => {
    const call = mdCode(signature(fn, integration));
    return functions === 'described' ? join([call, mdText(does(fn))], ': ') : call;
  });
}

function does(fn: FunctionModel): string {
  const { kind, destructive } = fn;
  const writes = destructive ? 'Writes, may destroy. ' : 'Writes. ';
  return `${kind === 'write' ? writes : ''}${summary(fn)}`;
}

/** What a group's functions have in common, with `…` for the rest, and the rests. */
interface Group {
  readonly common: string;
  readonly rests: readonly string[];
}

/** By the first word or by all the others, whichever needs fewer groups: `list_…: keys, users`, `…_key: get, set`. */
function groups({ functions }: IntegrationModel): Group[] {
  const byVerb = grouped(functions, ([verb = '', ...rest]) => [`${verb}_…`, rest.join('_')]);
  const byObject = grouped(functions, ([verb = '', ...rest]) => [`…_${rest.join('_')}`, verb]);
  const size = (list: readonly Group[]) => list.reduce((sum, { common }) => sum + common.length, 0);
  const rests = (list: readonly Group[]) => list.reduce((sum, group) => sum + group.rests.join().length, 0);
  return size(byVerb) + rests(byVerb) <= size(byObject) + rests(byObject) ? byVerb : byObject;
}

function grouped(
  functions: readonly FunctionModel[],
  cut: (words: readonly string[]) => [common: string, rest: string],
): Group[] {
  const found = new Map<string, string[]>();
  for (const { name, words } of functions) {
    const [common, rest] = words.length === 1 ? [name, ''] : cut(words);
    found.set(common, [...(found.get(common) ?? []), rest]);
  }
  return Array.from(found, ([common, rests]) => ({ common, rests }));
}

function nameLine({ common, rests }: Group): Emitted {
  const [only = ''] = rests;
  if (rests.length === 1) return mdCode(common.replace('…', only));
  return join([mdCode(common), mdText(rests.join(', '))], ': ');
}

function countLines(all: readonly Group[]): Emitted[] {
  const shown = all.toSorted((a, b) => b.rests.length - a.rests.length).slice(0, mostGroups);
  const lines = shown.map(({ common, rests }) => join([mdCode(common), mdText(String(rests.length))], ': '));
  const rest = all.length - shown.length;
  return rest > 0 ? [...lines, mdText(`${rest} more groups`)] : lines;
}
