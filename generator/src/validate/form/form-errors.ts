import { type JsonSchema, nearNames } from '@kosmokrator/runtime';
import type { FormError } from '../../../schemas/form-checks.mjs';
import type { SpecFile } from '../../load/spec-file.js';
import { namePatterns } from '../../spec/names.js';
import type { SpecPath } from '../../spec/spec.js';
import type { Finding } from '../finding.js';
import { otherWords } from './other-words.js';
import { formSchemaAt } from './schema-at.js';
import { kindOf, quoteName, quoteValue } from '../quote.js';

type Described = Omit<Finding, 'at'> & { readonly key?: string; readonly part?: 'key' | 'value' };

/** Words that follow the key, for the patterns of the schemas. */
const patternWords: Readonly<Record<string, string>> = {
  [namePatterns.name]:
    'is not a valid name: write a lowercase letter, then lowercase letters, digits and `_`, at most 64 in all',
  [namePatterns.integration]:
    'is not a valid name: write a lowercase letter, then lowercase letters, digits and `-`',
  [namePatterns.type]: 'is not a valid name of a type: write an uppercase letter, then letters and digits',
  [namePatterns.environment]: 'is not a valid name of a variable: use uppercase letters, digits and `_`',
  '^/': 'must begin with `/`',
  '^[a-z][a-z0-9-]*$': 'must be one word of lowercase letters, digits and `-`',
  '^\\S(?:.*\\S)?$': 'must be one line without white space at its ends',
  '^https://\\S+$': 'must be an https:// address',
  '^#/types/[A-Za-z0-9_]+$': 'must be `#/types/`, followed by the name of a type',
};
/** What to write instead, for those of them that say it no better. */
const patternHelp: Readonly<Record<string, (value: string) => string>> = {
  '^/': (value) => {
    const [address = ''] = /^https?:\/\/[^/]*/.exec(value) ?? [];
    const path = value.slice(address.length).replace(/^\/?/, '/');
    return `Write ${quoteName(path)}.${address === '' ? '' : ' The rest is the `base_url` of the API.'}`;
  },
  '^[a-z][a-z0-9-]*$': (value) => {
    const words = value.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    return `Write one word${words.length > 0 ? `, such as ${quoteName(words.join('-'))}` : ''}.`;
  },
  '^https://\\S+$': () => 'Write an address that begins with https://.',
};
const names = new Set<string>([namePatterns.name, namePatterns.integration, namePatterns.type]);

export type { FormError };

/** The arguments of a function that describes a form error. */
interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  /** The value that the error is about. */
  readonly data: unknown;
  /** The schema that it breaks. */
  readonly schema: JsonSchema;
  /** The value in words: the key that it has. */
  readonly subject: string;
  readonly message: string;
  /** The key of the value cannot be left out. */
  readonly isRequired: boolean;
}

/** Turns an error of the schema check into one in the author's words. */
export function describeFormError(file: SpecFile, schema: JsonSchema, error: FormError): Finding {
  const { path, value: data } = follow(file.value, error.instancePath);
  const name = path.length === 0 ? 'the file' : quoteName(String(path.at(-1)));
  const subject = typeof path.at(-1) === 'number' ? itemOf(path.at(-2)) : name;
  const { params, message = 'is not allowed' } = error;
  const { required = [] } = formSchemaAt(schema, path.slice(0, -1), 'required') as { required?: unknown[] };
  const isRequired = required.includes(path.at(-1));
  const context = {
    params,
    data,
    isRequired,
    schema: formSchemaAt(schema, path, error.keyword),
    subject,
    message,
  };
  const { key, part, ...finding } = (describe[error.keyword] ?? otherwise)(context);
  return { ...finding, at: { file, path: key === undefined ? path : [...path, key], part: part ?? 'value' } };
}

const describe: Readonly<Record<string, (context: Context) => Described>> = {
  additionalProperties: ({ params, data, schema, subject }) => {
    const key = String(params['additionalProperty']);
    const known = Object.keys((schema['properties'] ?? {}) as object);
    const [near] = nearNames(key, known, 1);
    const elsewhere = Object.hasOwn(otherWords, key) ? otherWords[key]!(known, data) : undefined;
    const help = elsewhere ?? (near ? `Did you mean \`${near}\`?` : `Allowed here: ${known.join(', ')}.`);
    const where = subject === 'the file' ? '' : ` in ${subject}`;
    return { code: 'KEY_UNKNOWN', message: `unknown key ${quoteName(key)}${where}`, key, part: 'key', help };
  },
  required: ({ params, schema, subject }) => {
    const key = String(params['missingProperty']);
    const about = (schema['properties'] as Record<string, { description?: string }> | undefined)?.[key];
    const help = about?.description ? `Add \`${key}\`: ${lowerFirst(about.description)}` : `Add \`${key}\`.`;
    return { code: 'KEY_MISSING', message: `${subject} has no \`${key}\``, part: 'key', help };
  },
  propertyNames: ({ params, schema }) => {
    const key = String(params['propertyName']);
    const { pattern } = (schema['propertyNames'] ?? {}) as { pattern?: string };
    const words = patternWords[pattern ?? ''] ?? 'is not allowed as a name';
    return { code: 'NAME_INVALID', message: `${quoteName(key)} ${words}`, key, part: 'key' };
  },
  type: ({ params, data, subject }) => {
    const wanted = [params['type'] as string | string[]].flat();
    const message = `${subject} must be ${wanted.map((type) => kinds[type]).join(' or ')}, not ${kindOf(data)}`;
    return { code: 'VALUE_TYPE', message, help: typeHelp(wanted, data) };
  },
  enum: ({ params, data, subject }) => {
    const allowed = params['allowedValues'] as string[];
    const [near] = typeof data === 'string' ? nearNames(data, allowed, 1) : [];
    const help = near ? `Did you mean \`${near}\`?` : `Use one of: ${allowed.join(', ')}.`;
    return { code: 'VALUE_INVALID', message: `${subject} cannot be ${quoteValue(data)}`, help };
  },
  const: ({ params, data, subject }) => ({
    code: 'VALUE_INVALID',
    message: `${subject} cannot be ${quoteValue(data)}`,
    help: `Write \`${String(params['allowedValue'])}\`, or remove the key.`,
  }),
  pattern: ({ params, data }) => {
    const pattern = String(params['pattern']);
    const words = patternWords[pattern] ?? `does not match \`${pattern}\``;
    const message = `${quoteValue(data)} ${words}`;
    if (names.has(pattern)) return { code: 'NAME_INVALID', message };
    const help = patternHelp[pattern]?.(String(data));
    return { code: 'VALUE_INVALID', message, ...(help !== undefined && { help }) };
  },
  oneOf: ({ schema, data, subject }) => {
    const keys = (schema['oneOf'] as { required: [string] }[]).map(({ required: [key] }) => key);
    const present = keys.filter((key) => Object.hasOwn(data as object, key));
    const list = keys.map((key) => `\`${key}\``);
    if (present.length === 0) {
      const help = `Add ${list.join(' or ')}.`;
      return {
        code: 'KEY_MISSING',
        message: `${subject} has neither ${list.join(' nor ')}`,
        part: 'key',
        help,
      };
    }
    const message = `${subject} has ${list.join(' and ')}, but can have only one of them`;
    return { code: 'VALUE_INVALID', message, key: present.at(-1)!, part: 'key', help: 'Remove one of them.' };
  },
};

/** Bounds and lengths. */
function otherwise({ message, subject, params, isRequired }: Context): Described {
  const { comparison, limit } = params as { comparison?: string; limit?: number };
  if (comparison !== undefined) {
    const most = comparison === '<=';
    const [bound, help] = most ? ['at most', 'a smaller number'] : ['at least', 'a larger number'];
    return { code: 'VALUE_INVALID', message: `${subject} must be ${bound} ${limit}`, help: `Write ${help}.` };
  }
  if (message.includes('fewer than 1 ')) {
    const help = isRequired ? 'Fill it in.' : 'Add a value, or remove the key.';
    return { code: 'VALUE_INVALID', message: `${subject} is empty`, help };
  }
  return {
    code: 'VALUE_INVALID',
    message: `${subject} ${message.replace('NOT', 'not')}`,
    ...(limit !== undefined && { help: lengthHelp(message, limit) }),
  };
}

function lengthHelp(message: string, limit: number): string {
  const [, unit = ''] = /than \d+( \w+)/.exec(message) ?? [];
  if (message.includes('more than')) return `Use at most ${limit}${unit}.`;
  return `Use at least ${limit}${unit}.`;
}

/** How the value that was meant is written. */
function typeHelp(wanted: readonly string[], data: unknown): string {
  const takes = (type: string) => wanted.includes(type);
  const placeholder = placeholderOf(data);
  if (takes('string') && placeholder !== undefined)
    return `Quote it: "{${placeholder}}". Without quotes, YAML reads it as a mapping.`;
  if (takes('string') && (typeof data === 'number' || typeof data === 'boolean'))
    return `Quote it: "${String(data)}".`;
  if (data === null) return 'Write a value. If it begins with `#`, quote it, because `#` begins a comment.';
  if (takes('array') && !Array.isArray(data)) return 'Begin each item with `- `, or write the list in `[ ]`.';
  if (takes('object'))
    return Array.isArray(data)
      ? 'Write `key: value` lines, without `- `.'
      : 'Write `key: value` lines below the key.';
  if (takes('boolean')) return 'Write true or false, without quotes.';
  if (takes('integer') || takes('number')) return 'Write the number, without quotes.';
  return `Write ${wanted.map((type) => kinds[type]).join(' or ')}.`;
}

/** `{name}` without quotes: a mapping of one key without a value. */
function placeholderOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const [[name, value] = [], ...others] = Object.entries(data);
  return value === null && others.length === 0 ? name : undefined;
}

/** An item in words, by the list that it is in: `the example`. */
function itemOf(list: string | number | undefined): string {
  const [, one] = /^(\w+[^u])s$/.exec(String(list)) ?? [];
  return `the ${one ?? 'item'}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  null: 'null',
};

/** The value that a JSON pointer leads to, and the pointer as keys and indexes. */
function follow(root: unknown, pointer: string): { path: SpecPath; value: unknown } {
  let value = root;
  const path = pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown> | undefined)?.[step];
      return step;
    });
  return { path, value };
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
