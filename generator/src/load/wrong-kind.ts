/** The message of `FILE_KIND`. */
export function wrongKind(name: string, kind: string, expected: string): string {
  return `\`${name}\` is a ${kind}, but must be a ${expected}`;
}
