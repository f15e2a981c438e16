import { mark } from '@kosmokrator/runtime/internal';
import { indexForms } from './form-index.js';

/** So much of a secret's beginning may be seen where a text was cut. */
const harmless = 3;

/** Text that comes in parts. */
export interface RedactedStream {
  /** Returns the text that can be shown by now. The beginning of what may be a secret is held back until it is known. */
  write(part: string): string;
  /** Returns the text that was held back. */
  end(): string;
}

/** Finds secrets in text and puts a mark in their place. */
export interface Scanner {
  text(given: string, options?: { readonly cut?: boolean }): string;
  stream(): RedactedStream;
}

export function createScanner(secrets: Iterable<string>): Scanner {
  const forms = indexForms(secrets);

  /** Shows a text up to the place, if any, from which on it could be the beginning of a form. */
  function scan(given: string, before: string): { readonly shown: string; readonly held: string } {
    const text = before + given;
    let shown = '';
    let copied = before.length;
    for (let at = before.length; at < text.length; at += 1) {
      const { end, open } = forms.find(text, at);
      if (open) return { shown: shown + text.slice(copied, at), held: text.slice(at) };
      if (end === undefined) continue;
      shown += text.slice(copied, at) + mark;
      copied = end;
      at = end - 1;
    }
    return { shown: shown + text.slice(copied), held: '' };
  }

  /** Shows a held part that nothing follows: at its first character there is a whole form, or none. */
  function settle(held: string): string {
    let shown = '';
    for (let rest = held; rest;) {
      const { end } = forms.find(rest, 0);
      shown += end === undefined ? rest[0]! : mark;
      const next = scan(rest.slice(end ?? 1), shown.at(-1)!);
      shown += next.shown;
      rest = next.held;
    }
    return shown;
  }

  return {
    text(given, { cut = false } = {}) {
      const { shown, held } = scan(given, '');
      return shown + (cut && held.length > harmless ? mark : settle(held));
    },
    stream() {
      let [held, before] = ['', ''];
      return {
        write(part) {
          const scanned = scan(held + part, before);
          held = scanned.held;
          before = scanned.shown.at(-1) ?? before;
          return scanned.shown;
        },
        end: () => settle(held),
      };
    },
  };
}
