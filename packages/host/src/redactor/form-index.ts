import { type Form, findForm } from './find-form.js';
import { spellSecret } from './spell-secret.js';

/** From this length on, a secret is hidden inside of words too. */
const distinctive = 8;
const beginning = 3;

/** All forms of some secrets. */
export interface FormIndex {
  /** Looks at one place of a text for the longest form; see `findForm`. */
  find(text: string, at: number): { readonly end?: number; readonly open: boolean };
}

const nothing = { open: false };

/** Forms by their first characters, so that the time for a text hardly depends on how many there are. */
export function indexForms(secrets: Iterable<string>): FormIndex {
  const byFirst = new Map<number, Form[]>();
  const beginnings = new Uint8Array(2 ** 16);
  const add = (form: Form) => {
    const begin = beginningsOf(form);
    for (const text of begin) beginnings[hash(text, 0)] = 1;
    for (const first of new Set(begin.map((text) => text.charCodeAt(0))))
      byFirst.set(first, [...(byFirst.get(first) ?? []), form]);
  };
  for (const secret of secrets) {
    const { plain, base64 } = spellSecret(secret);
    const alone = secret.length < distinctive;
    for (const spelled of plain) add({ spelled, alone });
    for (const spelled of base64) add({ spelled, alone: false });
  }
  return {
    find(text, at) {
      const isBeginning = at > text.length - beginning || beginnings[hash(text, at)] === 1;
      return isBeginning ? findLongest(byFirst.get(text.charCodeAt(at)) ?? [], text, at) : nothing;
    },
  };
}

function findLongest(forms: readonly Form[], text: string, at: number): ReturnType<FormIndex['find']> {
  let [end, open] = [-1, false];
  for (const form of forms) {
    const found = findForm(text, at, form);
    end = Math.max(end, found.end ?? -1);
    open ||= found.open;
  }
  return end < 0 ? { open } : { end, open };
}

/** The first three characters of every spelling. */
function beginningsOf({ spelled }: Form): string[] {
  let texts = new Set(['']);
  for (const spellings of spelled.slice(0, beginning)) {
    const longer = [...texts].flatMap((text) =>
      text.length < beginning ? spellings.map((spelling) => (text + spelling).slice(0, beginning)) : [text],
    );
    texts = new Set(longer);
  }
  return [...texts];
}

/** Different beginnings may have one hash; then a place is looked at in vain. */
function hash(text: string, at: number): number {
  return (text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 5) ^ (text.charCodeAt(at + 2) << 10)) & 0xffff;
}
