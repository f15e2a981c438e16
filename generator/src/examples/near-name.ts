import { nearNames } from '@kosmokrator/runtime';

/** The name that was meant: it differs by a letter, or by two where it is long. */
export function nearName(name: string, known: readonly string[]): string | undefined {
  const [found] = nearNames(name, known, 1);
  return found !== undefined && Math.abs(found.length - name.length) <= 1 && name.length > 3
    ? found
    : undefined;
}
