import type { FunctionFile, SpecFile } from '../load/spec-file.js';
import type { FilePlace } from '../load/places/place.js';
import type { FunctionSpec, IntegrationSpec } from '../spec/spec.js';
import type { SpecContext } from './context.js';

/** A name that a spec declares. */
export interface NamedPlace {
  readonly kind: 'integration' | 'function' | 'param' | 'credential' | 'API' | 'step' | 'type' | 'name';
  readonly name: string;
  readonly at: FilePlace;
}

/** Every name that a spec declares; the integration's as its namespace. */
export function declaredNames(context: SpecContext): NamedPlace[] {
  const file = context.integration;
  const name = file.value.name.replaceAll('-', '_');
  return [{ kind: 'integration', name, at: { file, path: ['name'] } }, ...nameScopes(context).flat()];
}

/** All but the integration's own, in groups within which names must differ. */
export function nameScopes({ integration, functions }: SpecContext): NamedPlace[][] {
  const { credentials, apis, types } = integration.value;
  return [
    functions.map((file) => ({ kind: 'function', name: file.name, at: { file, path: [], part: 'key' } })),
    keys('credential', integration, 'credentials', credentials),
    keys('API', integration, 'apis', apis),
    keys('type', integration, 'types', types),
    ...functions.flatMap(functionScopes),
  ];
}

function functionScopes(file: FunctionFile<FunctionSpec>): NamedPlace[][] {
  const { params, steps = [] } = file.value;
  const own = keys('param', file, 'params', params);
  const named = steps.map((step, index): NamedPlace => {
    return { kind: 'step', name: step.name, at: { file, path: ['steps', index, 'name'] } };
  });
  // A name under `with` would hide a param of the same name.
  const computed = steps.flatMap((step, index) =>
    step.with ? [[...own, ...withNames(file, index, Object.keys(step.with))]] : [],
  );
  return [...(computed.length > 0 ? computed : [own]), named];
}

function withNames(file: SpecFile, index: number, names: readonly string[]): NamedPlace[] {
  return names.map((name) => ({
    kind: 'name',
    name,
    at: { file, path: ['steps', index, 'with', name], part: 'key' },
  }));
}

function keys(
  kind: NamedPlace['kind'],
  file: SpecFile<IntegrationSpec | FunctionSpec>,
  group: string,
  record: object = {},
): NamedPlace[] {
  return Object.keys(record).map((name) => ({ kind, name, at: { file, path: [group, name], part: 'key' } }));
}
