import { paramPlaces } from '../../spec/param-place.js';
import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { unquotedPlaceholders } from '../unquoted-placeholders.js';

/** A param may not take the place of a key that the request writes, or of another param. */
export const wireNames: Rule = function* ({ functions }) {
  for (const file of functions) {
    const { request, params = {} } = file.value;
    const headers = Object.keys(request?.headers ?? {}).map((name) => name.toLowerCase());
    const body = request?.body;
    const taken: Record<string, Set<string>> = {
      query: new Set(Object.keys(request?.query ?? {})),
      header: new Set(headers),
      body: new Set(typeof body === 'object' && body !== null ? Object.keys(body) : []),
    };
    for (const [name, place] of paramPlaces(file.value)) {
      const wire = params[name]!.as ?? name;
      const key = place === 'header' ? wire.toLowerCase() : wire;
      // The body has it because its quotes are missing, which another rule says.
      const meant = place === 'body' && [...unquotedPlaceholders(body, new Set([name]))].length > 0;
      if (taken[place]?.has(key) && !meant) {
        const message = `${quoteName(name)} would be sent as ${quoteName(wire)}, but the ${place} already has that name`;
        yield { code: 'PARAM_PLACE', message, at: { file, path: ['params', name], part: 'key' } };
      }
      taken[place]?.add(key);
    }
  }
};
