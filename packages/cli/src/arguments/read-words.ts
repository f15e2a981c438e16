import { parseArgs } from 'node:util';
import { quoteText } from '@kosmokrator/host';
import { UsageError } from '../errors/usage-error.js';
import { ownOptions } from './own-options.js';

/** A flag that is no option of `kosmo`; no value where it stands alone, as that of a boolean may. */
export interface Flag {
  /** As it was typed: `--filter.status`. */
  readonly raw: string;
  readonly name: string;
  readonly value: string | undefined;
}

/** The words after the command's name, sorted by what they are. */
export interface CallWords {
  readonly plain: readonly string[];
  /** Options of `kosmo`, by name. */
  readonly own: Readonly<Record<string, readonly string[]>>;
  readonly flags: readonly Flag[];
}

/**
 * Sorts words. `standsAlone` tells which flags take no value, `isParam` which own options a param of the function hides.
 * Throws a UsageError for a value that is missing, for one too many, and for one that is not what was typed.
 */
export function readWords(
  words: readonly string[],
  standsAlone: (name: string) => boolean = () => false,
  isParam: (name: string) => boolean = () => false,
): CallWords {
  words.forEach(checkBytes);
  const hasAll = words.includes('--all');
  const isOwn = (name: string) =>
    Object.hasOwn(ownOptions, name) && !(ownOptions[name]!.withAll && !hasAll && isParam(name));
  const others = words.flatMap((word) => /^--([^=]+)/.exec(word)?.[1] ?? []).filter((name) => !isOwn(name));
  const options = Object.fromEntries([
    ...Object.entries(ownOptions).map(([name, { type, short }]) => [name, { type, ...(short && { short }) }]),
    ...others.map((name) => [name, { type: standsAlone(name) ? 'boolean' : 'string' }]),
  ]) as Record<string, { type: 'string' | 'boolean'; short?: string }>;
  const { tokens } = parseArgs({
    args: [...words],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const plain: string[] = [];
  const own: Record<string, string[]> = {};
  const flags: Flag[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') plain.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName: raw, value, inlineValue } = token;
    const type = Object.hasOwn(options, name) ? options[name]!.type : undefined;
    if (type === 'string') checkValue(raw, value, inlineValue);
    if (!isOwn(name)) {
      flags.push({ raw, name, value });
      continue;
    }
    if (type === 'boolean' && value !== undefined) throw new UsageError(`${raw} takes no value`);
    if (own[name] && !ownOptions[name]!.multiple && type === 'string')
      throw new UsageError(`${raw} is given twice; it takes one value`);
    (own[name] ??= []).push(value ?? '');
  }
  return { plain, own, flags };
}

/** Node gives arguments as text, in which U+FFFD stands for all bytes that are not UTF-8. */
function checkBytes(word: string): void {
  if (!word.includes('\uFFFD')) return;
  throw new UsageError(
    `${quoteText(word)} has bytes that are not UTF-8, or U+FFFD; JSON may write that character as \\ufffd`,
  );
}

/** Refuses a word that is more likely a flag than the value of the flag before it. */
function checkValue(raw: string, value: string | undefined, inline: boolean | undefined): void {
  if (value === undefined) throw new UsageError(`${raw} needs a value: ${raw}=VALUE`);
  if (!inline && value.startsWith('--'))
    throw new UsageError(`${raw} needs a value; one that begins with -- is written ${raw}=${'--'}…`);
}
