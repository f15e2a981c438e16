import { type JsonSchema, nearNames } from '@kosmokrator/runtime';
import type { FormError } from '../../schemas/form-checks.mjs';
import type { SpecFile } from '../load/spec-file.js';
import { namePatterns } from '../spec/names.js';
import type { SpecPath } from '../spec/spec-path.js';
import type { Finding } from './finding.js';
import { schemaAt } from './schema-at.js';
import { kindOf, quoteName, quoteValue } from './quote.js';

type Described = Omit<Finding, 'at'> & { readonly key?: string; readonly part?: 'key' | 'value' };

/** Words that follow the key, for the patterns of the schemas. */
const patternWords: Readonly<Record<string, string>> = {
  [namePatterns.name]: 'is no name: a small letter first, then small letters, digits and `_`, 64 at most',
  [namePatterns.integration]: 'is no name: a small letter first, then small letters, digits and `-`',
  [namePatterns.type]: 'is no name of a type: a capital first, then letters and digits',
  [namePatterns.environment]: 'is no name of a variable: capitals, digits and `_`',
  '^/': 'must begin with `/`',
  '^\\S(?:.*\\S)?$': 'must be one line without blanks around it',
  '^https://\\S+$': 'must be an https:// address',
  '^#/types/[A-Za-z0-9_]+$': 'must be `#/types/` and the name of a type',
};
const names = new Set<string>([namePatterns.name, namePatterns.integration, namePatterns.type]);

export type { FormError };

/** What a describing function sees. */
interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  /** The value that the error is about. */
  readonly data: unknown;
  /** The schema that it breaks. */
  readonly schema: JsonSchema;
  /** The value in words: the key that it has. */
  readonly subject: string;
  readonly message: string;
}

/** Turns an error of the schema check into one in the author's words. */
export function describeFormError(file: SpecFile, schema: JsonSchema, error: FormError): Finding {
  const { path, value: data } = follow(file.value, error.instancePath);
  const name = path.length === 0 ? 'the file' : quoteName(String(path.at(-1)));
  const subject = typeof path.at(-1) === 'number' ? 'the item' : name;
  const { params, message = 'is not allowed' } = error;
  const context = { params, data, schema: schemaAt(schema, path, error.keyword), subject, message };
  const { key, part, ...finding } = (describe[error.keyword] ?? otherwise)(context);
  return { ...finding, at: { file, path: key === undefined ? path : [...path, key], part: part ?? 'value' } };
}

const describe: Readonly<Record<string, (context: Context) => Described>> = {
  additionalProperties: ({ params, schema, subject }) => {
    const key = String(params['additionalProperty']);
    const known = Object.keys((schema['properties'] ?? {}) as object);
    const [near] = nearNames(key, known, 1);
    const help = near ? `Did you mean \`${near}\`?` : `Allowed here: ${known.join(', ')}.`;
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
    const scalar = typeof data === 'number' || typeof data === 'boolean';
    const help = wanted.includes('string') && scalar ? { help: `Quote it: "${String(data)}".` } : {};
    return { code: 'VALUE_TYPE', message, ...help };
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
    help: `Write \`${String(params['allowedValue'])}\`, or leave the key out.`,
  }),
  pattern: ({ params, data }) => {
    const pattern = String(params['pattern']);
    const words = patternWords[pattern] ?? `does not match \`${pattern}\``;
    const code = names.has(pattern) ? 'NAME_INVALID' : 'VALUE_INVALID';
    return { code, message: `${quoteValue(data)} ${words}` };
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
    const message = `${subject} has ${list.join(' and ')}, of which only one can be`;
    return { code: 'VALUE_INVALID', message, key: present.at(-1)!, part: 'key', help: 'Keep one of them.' };
  },
};

/** Bounds and lengths: ajv's own words, which are sentences. */
function otherwise({ message, subject }: Context): Described {
  return { code: 'VALUE_INVALID', message: `${subject} ${message.replace('NOT', 'not')}` };
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
