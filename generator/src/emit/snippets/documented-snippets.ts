import type { ExampleModel, ExampleReply, FunctionModel, IntegrationModel } from '../../model/model.js';
import type { Emitted } from '../emitted.js';
import { accountExample, leadExample } from './lead-example.js';
import { derivedLuaSnippet, luaAccountsSnippet, luaPagesSnippet, luaSnippet } from './lua-snippet.js';
import { metadataSnippet } from './metadata-snippet.js';
import { mcpSnippet } from './mcp-snippet.js';
import { sdkPagesSnippet } from './sdk-pages-snippet.js';
import { sdkFunctionSnippet, sdkSnippet } from './sdk-snippet.js';

/** A piece of code on a docs page, with what a test needs to run it. */
export interface DocumentedSnippet {
  readonly surface: 'lua' | 'sdk' | 'mcp';
  readonly title: string;
  readonly fn: FunctionModel;
  readonly example: ExampleModel;
  readonly code: Emitted;
  /** What the service answers while the snippet runs, in order. */
  readonly replies: readonly ExampleReply[];
}

/** The accounts that the multi-account example names, and the reader has to have. */
export const documentedAccounts = ['work', 'personal'] as const;

/** All that the pages of a surface say of a function's examples: a snippet each and, for a paged function, the walk. */
export function functionSnippets(
  model: IntegrationModel,
  fn: FunctionModel,
  surface: DocumentedSnippet['surface'],
): DocumentedSnippet[] {
  const { snippet, walk } = spellings[surface];
  const examples = fn.examples.map((example) => {
    const code = snippet(model, fn, example);
    return { surface, title: example.title, fn, example, code, replies: example.http };
  });
  const walks = fn.examples.flatMap((example) => {
    const code = walk(model, fn, example);
    return code
      ? [{ surface, title: 'All pages, item by item', fn, example, code, replies: example.http }]
      : [];
  });
  return [...examples, ...walks.slice(0, 1)];
}

type Spell = (model: IntegrationModel, fn: FunctionModel, example: ExampleModel) => Emitted;
type SpellSome = (...args: Parameters<Spell>) => Emitted | undefined;

const spellings: Readonly<
  Record<DocumentedSnippet['surface'], { readonly snippet: Spell; readonly walk: SpellSome }>
> = {
  lua: { snippet: luaSnippet, walk: luaPagesSnippet },
  sdk: { snippet: sdkSnippet, walk: sdkPagesSnippet },
  mcp: { snippet: (_, fn, example) => mcpSnippet(fn, example), walk: () => undefined },
};

/** The script that a page makes from the metadata alone; the first example's replies answer it. */
export function metadataDocumented(model: IntegrationModel): DocumentedSnippet[] {
  const [fn] = model.functions;
  const example = fn?.examples.find(({ error }) => error === undefined);
  if (!fn || !example) return [];
  const title = 'From the metadata';
  return [{ surface: 'lua', fn, example, title, code: metadataSnippet(model), replies: example.http }];
}

/** The call that pages show first, and one in each account. */
export function leadSnippets(
  model: IntegrationModel,
): Readonly<Record<'derived' | 'accounts' | 'standalone', DocumentedSnippet>> | undefined {
  const lead = leadExample(model);
  if (!lead) return undefined;
  const { fn, example } = lead;
  const known = { surface: 'lua', fn, example, title: example.title } as const;
  const inAccounts = accountExample(model)!;
  const replies = Array.from({ length: documentedAccounts.length + 2 }, () => inAccounts.example.http).flat();
  return {
    derived: { ...known, code: derivedLuaSnippet(model, fn, example), replies: example.http },
    accounts: {
      ...known,
      ...inAccounts,
      title: inAccounts.example.title,
      code: luaAccountsSnippet(model, inAccounts.fn, inAccounts.example, documentedAccounts),
      replies,
    },
    standalone: {
      ...known,
      surface: 'sdk',
      code: sdkFunctionSnippet(model, fn, example),
      replies: example.http,
    },
  };
}

/** Every snippet on the pages of an integration, for the tests that run them. */
export function documentedSnippets(model: IntegrationModel): DocumentedSnippet[] {
  const surfaces = ['lua', 'sdk', 'mcp'] as const;
  const lead = leadSnippets(model);
  return [
    ...surfaces.flatMap((surface) => model.functions.flatMap((fn) => functionSnippets(model, fn, surface))),
    ...metadataDocumented(model),
    ...(lead ? [lead.derived, lead.accounts, lead.standalone] : []),
  ];
}
