import { jsString } from './string.js';

/** JavaScript, and what it uses of `@kosmokrator/runtime/parts`. */
export interface Code {
  readonly code: string;
  /** Sorted. */
  readonly parts: readonly string[];
}

/** Prints a call of a part, and remembers that it is needed. */
export type CallPart = (part: string, ...args: readonly string[]) => string;

/** Code that is printed with the parts that it calls. */
export function writeCode(print: (call: CallPart) => string): Code {
  const parts = new Set<string>();
  const call: CallPart = (part, ...args) => {
    parts.add(part);
    return args.length > 0 ? `${part}(${args.join(', ')})` : part;
  };
  return { code: print(call), parts: [...parts].toSorted() };
}

/** An arrow function of `value`, which gives the value of a name. */
export function slot(body: string): string {
  return body.includes('value') ? `(value) => ${body}` : `() => ${body}`;
}

/** Code for the value of a name. */
export function valueOf(name: string): string {
  return `value(${jsString(name)})`;
}
