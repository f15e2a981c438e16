import type { JsonSchema } from '@kosmokrator/runtime';
import { inlineLimit, inlineRefs, typeName, type Types } from '../../spec/inline-refs.js';
import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { references } from './types.js';

/** A param's schema is finite and of bearable size once it is written out, and no type is merely another name of itself. */
export const typeCycles: Rule = function* ({ integration, functions }) {
  const declared = integration.value.types ?? {};
  for (const [name, schema] of Object.entries(declared)) {
    const rule = aliasFault(name, schema, declared);
    if (rule === undefined) continue;
    const at = { file: integration, path: ['types', name] };
    const message = `the type ${quoteName(name)} is an alias ${rule}`;
    yield {
      code: 'TYPE_CYCLE',
      message,
      at,
      help: `Replace the \`$ref\` in ${quoteName(name)} by a schema, such as \`type: object\` with \`properties\`.`,
    };
  }
  const endless = endlessTypes(declared);
  for (const file of functions) {
    for (const [name, schema] of Object.entries(file.value.params ?? {})) {
      const type = references(schema).find((reference) => endless.has(reference));
      const at = { file, path: ['params', name], part: 'key' as const };
      if (type !== undefined) {
        const message = `the param ${quoteName(name)} uses the recursive type ${quoteName(type)}`;
        const help =
          aliasFault(type, declared[type]!, declared) === undefined
            ? `Write the levels that callers need, and give the last one only \`type: object\`. In \`returns\` you can use ${quoteName(type)}.`
            : `Replace the \`$ref\` in ${quoteName(type)} by a schema, under \`types\`.`;
        yield { code: 'TYPE_CYCLE', message, at, help };
      } else if (isTooLarge(schema, declared)) {
        const message = `the param ${quoteName(name)} consists of more than ${inlineLimit} schemas`;
        yield { code: 'TYPE_TOO_LARGE', message, at };
      }
    }
  }
};

function isTooLarge(schema: JsonSchema, declared: Types): boolean {
  const count = { schemas: 0 };
  inlineRefs(schema, declared, count);
  return count.schemas > inlineLimit;
}

const longestChain = 16;

function aliasFault(name: string, schema: JsonSchema, declared: Types): string | undefined {
  let at: JsonSchema | undefined = schema;
  for (let step = 0; typeof at?.['$ref'] === 'string'; step++) {
    const next = typeName(at['$ref']);
    if (next === name) return 'of itself';
    if (step === longestChain) return `that leads through more than ${longestChain} others`;
    at = declared[next];
  }
  return undefined;
}

/** Types that never end when each `$ref` is replaced: those from which a cycle can be reached. */
function endlessTypes(declared: Types): Set<string> {
  const finite = new Set<string>();
  const refs = new Map(Object.entries(declared).map(([name, schema]) => [name, references(schema)] as const));
  const users = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [name, names] of refs) {
    const known = new Set(names.filter((ref) => refs.has(ref)));
    open.set(name, known.size);
    for (const ref of known) users.set(ref, [...(users.get(ref) ?? []), name]);
  }
  const ready = [...open].filter(([, count]) => count === 0).map(([name]) => name);
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    finite.add(name);
    for (const user of users.get(name) ?? []) {
      open.set(user, open.get(user)! - 1);
      if (open.get(user) === 0) ready.push(user);
    }
  }
  return new Set([...refs.keys()].filter((name) => !finite.has(name)));
}
