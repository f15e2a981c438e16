/** One function as an integration's `docs/lua.md` describes it. */
export interface DocumentedFunction {
  readonly description: string;
  readonly params: readonly { readonly name: string; readonly required: boolean }[];
  /** All that the page says of it, below its heading. */
  readonly markdown: string;
  /** What its parts say, for the search. */
  readonly words: { readonly params: string; readonly returns: string; readonly examples: string };
}

/** What a host takes from the generated Lua page of an integration. */
export interface LuaPage {
  /** `7 functions · 5 read · 2 write · API key auth` */
  readonly counts: string;
  /** The whole reference as Markdown. */
  readonly reference: string;
  /** By short name. */
  readonly functions: ReadonlyMap<string, DocumentedFunction>;
}

/** Takes a `docs/lua.md` apart. Its order of sections is part of what a generated package promises. */
export function parseLuaPage(text: string): LuaPage {
  const reference = between(text, '\n## Agent-Facing Lua Docs\n', '\n## Raw agent markdown\n').trim();
  const functions = new Map<string, DocumentedFunction>();
  for (const { heading, lines } of sections(reference)) {
    const name = heading.replaceAll('\\', '');
    if (/^[a-z][a-z0-9_]*$/.test(name)) functions.set(name, documentedFunction(lines));
  }
  return { counts: /^\d+ functions? · .*$/m.exec(text)?.[0] ?? '', reference, functions };
}

interface Section {
  readonly heading: string;
  readonly lines: string[];
}

/** Splits at `## ` headings. A line in a code block is no heading, whatever it looks like. */
function sections(text: string): Section[] {
  const found: Section[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const mark = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
    if (mark !== undefined && (fence === undefined || line === fence)) {
      fence = fence === undefined ? mark : undefined;
    }
    if (fence === undefined && line.startsWith('## ')) found.push({ heading: line.slice(3), lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found;
}

const row = /^\| `([a-z][a-z0-9_]*)` \| .*? \| (yes|no) \| (.*) \|$/;

function documentedFunction(lines: readonly string[]): DocumentedFunction {
  const text = lines.join('\n').trim();
  // A rule stands between functions.
  const markdown = text.endsWith('\n---') ? text.slice(0, -'---'.length).trimEnd() : text;
  const [beforeParams = '', afterParams = ''] = split(markdown, '\n### Parameters\n');
  const [params = '', afterReturns = ''] = split(afterParams, '\n### Returns\n');
  const [returns = '', examples = ''] = split(afterReturns, '\n### Examples\n');
  return {
    description: beforeParams.trim(),
    params: params.split('\n').flatMap((line) => {
      const [, name, required] = row.exec(line) ?? [];
      return name === undefined ? [] : [{ name, required: required === 'yes' }];
    }),
    markdown,
    words: {
      params: params.split('\n').slice(3).join('\n'),
      returns: returns.replace(/^\| (?:Field|---) \|.*$/gm, '').trim(),
      examples: (examples.match(/^.*:$/gm) ?? []).join('\n'),
    },
  };
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

function between(text: string, start: string, end: string): string {
  const [, after] = split(text, start);
  return split(after, end)[0];
}
