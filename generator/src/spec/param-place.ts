import type { FunctionSpec, ParamSpec } from './spec.js';
import { namesOfRequests } from './request-placeholders.js';

/** Where a param travels. `template`: where the request names it. `none`: only expressions read it. */
export type ParamPlace = 'template' | 'path' | 'query' | 'header' | 'body' | 'none';

const bodiless = new Set(['GET', 'HEAD', 'DELETE']);

/** The place of each param of a function, by the rules of the spec language. */
export function paramPlaces(spec: FunctionSpec): Map<string, ParamPlace> {
  const named = namesOfRequests(spec);
  const rest = spec.request ? (bodiless.has(spec.request.method) ? 'query' : 'body') : 'none';
  const placeOf = (name: string, param: ParamSpec): ParamPlace =>
    param.in ?? (named.has(name) ? 'template' : rest);
  return new Map(Object.entries(spec.params ?? {}).map(([name, param]) => [name, placeOf(name, param)]));
}
