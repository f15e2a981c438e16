import { nearNames } from '@kosmokrator/runtime';
import type { FunctionFile } from '../../load/spec-file.js';
import type { ConnectsSpec, FunctionSpec, SpecPath } from '../../spec/spec.js';
import type { Rule, SpecContext } from '../context.js';
import type { Finding } from '../finding.js';
import { quoteName } from '../quote.js';
import { readPaths } from '../expressions/read-paths.js';
import { suggest } from '../suggest.js';

type ConnectingFile = FunctionFile<FunctionSpec & { readonly connects: ConnectsSpec }>;

/** A function that makes accounts says whose, and its result shows no secret of them. */
export const connects: Rule = function* (context) {
  for (const file of context.functions) {
    if (file.value.connects === undefined) continue;
    const connecting = file as ConnectingFile;
    yield* ownFaults(connecting);
    yield* renewFaults(context, connecting);
    yield* credentialFaults(context, connecting);
    yield* secretFaults(context, connecting);
  }
};

function* ownFaults(file: ConnectingFile): Iterable<Finding> {
  const { operation, params = {}, paginate, response, connects: spec } = file.value;
  const fault = (message: string, path: SpecPath, help?: string): Finding => {
    const at = { file, path: ['connects', ...path] };
    return { code: 'CONNECTS_INVALID', message, at, ...(help !== undefined && { help }) };
  };
  if (operation === 'read')
    yield fault('a function with `connects` must be a write', [], 'Set `operation: write`.');
  if (paginate !== undefined)
    yield fault('a function with `connects` cannot have pages', [], 'Remove `paginate`.');
  if (response?.select === undefined)
    yield fault(
      'without `select`, the result would show the credentials',
      [],
      'Add `response.select` with the fields that are not secret.',
    );
  const param = Object.hasOwn(params, spec.param) ? params[spec.param] : undefined;
  if (!param) {
    const message = `there is no param ${quoteName(spec.param)}`;
    yield { ...fault(message, ['param']), ...suggest(spec.param, Object.keys(params)) };
  } else if (param['type'] !== 'string') {
    yield fault(
      `the param ${quoteName(spec.param)} does not have \`type: string\``,
      ['param'],
      'Give it `type: string`: it holds the name of the account.',
    );
  } else if (!param.required && param.default === undefined) {
    yield fault(
      `the param ${quoteName(spec.param)} must be required or have a default`,
      ['param'],
      'Add `required: true` or a `default` to the param.',
    );
  }
}

/** New credentials come from a function of the same integration. */
function* renewFaults({ functions, functionNames }: SpecContext, file: ConnectingFile): Iterable<Finding> {
  const { renew } = file.value.connects;
  if (renew === undefined) return;
  const at = { file, path: ['connects', 'renew'] };
  const target = functions.find(({ name }) => name === renew);
  if (!functionNames.includes(renew)) {
    const message = `there is no function ${quoteName(renew)}`;
    yield { code: 'CONNECTS_INVALID', message, at, ...suggest(renew, functionNames) };
  } else if (target && !target.value.connects) {
    yield {
      code: 'CONNECTS_INVALID',
      message: `${quoteName(renew)} does not have \`connects\`, so it makes no account`,
      at,
      help: 'Name a function that has `connects`.',
    };
  }
}

/** An integration elsewhere cannot be looked at; one with a similar name in the same folder is what was meant. */
function* credentialFaults(context: SpecContext, file: ConnectingFile): Iterable<Finding> {
  const { integration, connected, integrationNames } = context;
  for (const [name, fields] of Object.entries(file.value.connects.credentials)) {
    const path = ['connects', 'credentials', name];
    const own = name === integration.value.name;
    const known = own ? (integration.value.credentials ?? {}) : connected.get(name);
    if (!known) {
      if (integrationNames.includes(name)) continue;
      const [near] = nearNames(name, integrationNames, 1);
      const message = `there is no integration ${quoteName(name)}`;
      const at = { file, path, part: 'key' as const };
      if (near !== undefined)
        yield { code: 'CONNECTS_INVALID', message, at, help: `Did you mean \`${near}\`?` };
      continue;
    }
    for (const field of Object.keys(fields)) {
      if (Object.hasOwn(known, field)) continue;
      const message = `${quoteName(name)} has no credential ${quoteName(field)}`;
      const at = { file, path: [...path, field], part: 'key' as const };
      yield { code: 'CONNECTS_INVALID', message, at, ...suggest(field, Object.keys(known)) };
    }
  }
}

/** A member of a reply that holds a secret is read for the account only, never for the result. */
function* secretFaults(context: SpecContext, file: ConnectingFile): Iterable<Finding> {
  const { response, connects: spec } = file.value;
  if (response?.select === undefined) return;
  const shown = new Map(
    readPaths(context.compile, response.select).map((path) => [path.segments.join('.'), path]),
  );
  for (const [name, fields] of Object.entries(spec.credentials)) {
    for (const [field, source] of Object.entries(fields)) {
      if (!isSecret(context, name, field)) continue;
      for (const { segments } of readPaths(context.compile, source)) {
        const found = segments.length > 1 ? shown.get(segments.join('.')) : undefined;
        if (!found) continue;
        const message = `the result shows ${quoteName(segments.join('.'))}, which contains the secret ${quoteName(field)}`;
        const within = { offset: found.offset, length: found.length };
        const at = { file, path: ['response', 'select'], within };
        yield { code: 'CONNECTS_INVALID', message, at, help: 'Take it out of `select`.' };
      }
    }
  }
}

function isSecret({ integration, connected }: SpecContext, name: string, field: string): boolean {
  const known = name === integration.value.name ? integration.value.credentials : connected.get(name);
  return known?.[field] === undefined || known[field].type === 'secret';
}
