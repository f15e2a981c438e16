import type { JsonSchema } from '@kosmokrator/runtime';
import { plainLine } from '../../emit/syntax/plain-line.js';
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

export function toolView(fn: FunctionModel): ToolView {
  return {
    name: fn.fullName,
    description: firstSentence(fn.description),
    inputSchema: inputSchema(fn),
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

function inputSchema(fn: FunctionModel): JsonSchema {
  const required = fn.params.filter((param) => param.required).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fn.params.map((param) => [param.name, paramSchema(param, fn)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function paramSchema(
  { name, schema, description, default: preset }: ParamModel,
  fn: FunctionModel,
): JsonSchema {
  // Bounds that only exclude what nobody would send; the runtime checks them all the same.
  const { minLength, minimum, ...rest } = schema;
  const summary = firstSentence(description);
  return {
    ...rest,
    ...(minLength !== undefined && minLength !== 1 && { minLength }),
    ...(minimum !== undefined && minimum !== 1 && { minimum }),
    ...(!repeats(summary, [name, ...fn.words]) && { description: summary }),
    ...(preset !== undefined && { default: preset }),
  };
}

/** The first sentence tells a tool from the others; the rest of a description is in the docs. */
function firstSentence(text: string): string {
  return plainLine(text).split(/(?<=[.!?]) (?=[A-Z`])/)[0]!;
}

/** Whether a text says no more than names that stand beside it: "Key to read." for `key` of `get_key`. */
function repeats(text: string, names: readonly string[]): boolean {
  if (!/^[\w ]+\.?$/.test(text)) return false;
  const said = new Set(names.flatMap((name) => name.split('_')));
  const words = text.toLowerCase().replace('.', '').split(' ');
  return words.some((word) => said.has(word)) && words.every((word) => said.has(word) || fillers.has(word));
}

const fillers = new Set(['a', 'an', 'the', 'to', 'read', 'write']);
