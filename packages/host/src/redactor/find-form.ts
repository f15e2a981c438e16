import type { Spelled } from './spell-secret.js';

/** One form of a secret to look for. */
export interface Form {
  readonly spelled: Spelled;
  /** It counts only where no letter or digit is beside it: it is short, and could be a part of any word. */
  readonly alone: boolean;
}

const wordCharacter = /[A-Za-z0-9]/;

/**
 * Looks for a form that begins exactly at `at`. `end`: where the longest ends. `open`: the text ends before it can
 * be told whether one begins here, or a longer one.
 */
export function findForm(
  text: string,
  at: number,
  { spelled, alone }: Form,
): { readonly end?: number; readonly open: boolean } {
  if (alone && wordCharacter.test(text[at - 1] ?? '')) return { open: false };
  let ends = [at];
  let open = false;
  for (const spellings of spelled) {
    const next = new Set<number>();
    for (const end of ends) {
      for (const spelling of spellings) {
        if (text.startsWith(spelling, end)) next.add(end + spelling.length);
        else open ||= end + spelling.length > text.length && spelling.startsWith(text.slice(end));
      }
    }
    if (next.size === 0) return { open };
    ends = [...next];
  }
  if (alone) {
    open ||= ends.includes(text.length);
    ends = ends.filter((end) => !wordCharacter.test(text[end] ?? ''));
  }
  return ends.length > 0 ? { end: Math.max(...ends), open } : { open };
}
