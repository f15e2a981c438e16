import type { JsonSchema } from '@kosmokrator/runtime';
import { inputSchema } from '../../emit/input-schema.js';
import { summary } from '../../emit/summary.js';
import { plainLine } from '../../emit/syntax/plain-line.js';
import { describeSpellings } from '../../operation/params/describe-spellings.js';
import type { FunctionModel, ParamModel } from '../../model/model.js';

/** One entry of `tools/list`. No title: an agent pays for each word of the list in every conversation. */
export interface ToolView {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly annotations: {
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
}

/** `hasAccounts`: a call can name one of several accounts, unless a param of the function has that name. */
export function toolView(fn: FunctionModel, hasAccounts = false): ToolView {
  const params = fn.params.map((param) => listed(param, fn));
  const named = hasAccounts && !params.some(({ name }) => name === account.name);
  return {
    name: fn.fullName,
    description: summary(fn),
    inputSchema: open(inputSchema(named ? [...params, account] : params)),
    annotations: {
      readOnlyHint: fn.kind === 'read',
      destructiveHint: fn.destructive,
      // A keyed write is safe to send again with the same key only, and the caller may not give one.
      idempotentHint: fn.idempotency === 'safe' || fn.idempotency === 'idempotent',
      // Each function talks to a service outside the host.
      openWorldHint: true,
    },
  };
}

/** Unknown arguments are refused by the runtime, with the name that was meant: the list need not say so. */
function open({ type, properties, required }: JsonSchema): JsonSchema {
  return { type, properties, ...(required !== undefined && { required }) };
}

/** The host's own argument: the account to call with. */
const account: ParamModel = { name: 'account', description: '', required: false, schema: { type: 'string' } };

/** A param as the list shows it: what an agent needs in order to call, at few tokens. */
function listed(param: ParamModel, fn: FunctionModel): ParamModel {
  // Bounds that only exclude what nobody would send; the runtime checks them all the same.
  const bounds = new Set(['minLength', 'minimum', 'minItems']);
  const schema = Object.fromEntries(
    Object.entries(param.schema).filter(([keyword, bound]) => !(bounds.has(keyword) && bound === 1)),
  );
  const text = plainLine(ownWords(param));
  const said = repeats(text, [param.name, ...fn.words], wordsOf(summary(fn))) ? [] : [text];
  const { default: initial, ...listing } = param;
  const description = [...said, ...spellings(param)].join(' ');
  return { ...listing, schema, description, ...(tells(initial, param) && { default: initial }) };
}

/** A default that the description names, or that is the least there is, as the first page, is not said again. */
function tells(initial: unknown, { description, schema }: ParamModel): boolean {
  return (
    initial !== undefined && initial !== schema['minimum'] && !description.includes(`\`${String(initial)}\``)
  );
}

/** The description without the other spellings, of which the list shows a few. */
function ownWords({ description, values }: ParamModel): string {
  return values ? description.slice(0, -describeSpellings(values).length) : description;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\w+/g) ?? [];
}

/** A closed set lists them as its members. */
function spellings({ values, schema }: ParamModel): string[] {
  const { enum: members, const: only } = (schema['items'] ?? schema) as JsonSchema;
  return values && members === undefined && only === undefined ? [describeSpellings(values, 2)] : [];
}

/** Whether a text says of a name no more than what stands beside it: "Key to read." for `key` of `get_key`. */
function repeats(text: string, names: readonly string[], beside: readonly string[]): boolean {
  if (!/^[\w ]+\.?$/.test(text)) return false;
  const said = new Set(names.flatMap((name) => name.split('_')));
  const words = text.toLowerCase().replace('.', '').split(' ');
  return (
    words.some((word) => said.has(word)) &&
    words.every((word) => said.has(word) || fillers.has(word) || beside.includes(word))
  );
}

const fillers = new Set(['a', 'an', 'name', 'of', 'the', 'to', 'read', 'write']);
