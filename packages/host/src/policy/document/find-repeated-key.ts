/**
 * The path of the first key that a JSON text gives twice in one object, such as `rules[0].effect`: `JSON.parse` keeps
 * the last one without a word. The text must be valid JSON.
 */
export function findRepeatedKey(text: string): string | undefined {
  const open: { readonly keys: Set<string> | undefined; index: number; key: string }[] = [];
  const path = () => open.map(({ keys, index, key }) => (keys ? `.${key}` : `[${index}]`)).join('');
  for (const [token, string, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[[\]{},]/g)) {
    const top = open.at(-1);
    if (token === '{' || token === '[')
      open.push({ keys: token === '{' ? new Set() : undefined, index: 0, key: '' });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && top) top.index += 1;
    else if (string !== undefined && colon !== undefined && top?.keys) {
      top.key = JSON.parse(string) as string;
      if (top.keys.size === top.keys.add(top.key).size) return path().replace(/^\./, '');
    }
  }
  return undefined;
}
