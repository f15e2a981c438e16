import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';

/** Clients put `mcp__kosmo__` before the name of a tool, and take 64 characters in all. */
const longest = 52;

/**
 * Full names are the names of MCP tools, so no two functions of any integrations may share one,
 * they are short enough for every client, and no short name may look like a full name of the same integration.
 */
export const fullNames: Rule = function* ({ integration, functions, neighbours }) {
  const own = fullName(integration.value.name, '');
  const others = new Map(
    neighbours.flatMap(({ name, functions: files }) =>
      files.map((file) => [fullName(name, file.name), { integration: name, path: file.path }] as const),
    ),
  );
  for (const file of functions) {
    const at = { file, path: [], part: 'key' as const };
    if (file.name.startsWith(own)) {
      const short = quoteName(file.name.slice(own.length));
      const message = `${quoteName(file.name)} looks like the full name of a function ${short}`;
      const help = 'Remove the namespace from the name. The generator adds it to full names.';
      yield { code: 'NAME_COLLISION', message, at, help };
    }
    const full = own + file.name;
    if (full.length > longest) {
      const message = `the full name ${quoteName(full)} has ${full.length} characters, and can have at most ${longest}`;
      const help = `Shorten the name of the function or of the integration by ${full.length - longest}.`;
      yield { code: 'NAME_TOO_LONG', message, at, help };
    }
    const other = others.get(full);
    if (!other) continue;
    const message = `the full name ${quoteName(full)} is also the full name of a function of ${quoteName(other.integration)}`;
    const place = { file: { path: other.path, text: '', value: undefined }, path: [] };
    yield { code: 'NAME_COLLISION', message, at, related: { message: 'the other function', at: place } };
  }
};

function fullName(integration: string, name: string): string {
  return `${integration.replaceAll('-', '_')}_${name}`;
}
