/** For an option that can be repeated: gives its values in order. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
