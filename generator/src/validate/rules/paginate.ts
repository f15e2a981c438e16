import { mergePaginate } from '../../spec/merge-paginate.js';
import { requestNames } from '../../spec/request-placeholders.js';
import type { FunctionSpec, PaginateSpec } from '../../spec/spec.js';
import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';

type Style = NonNullable<PaginateSpec['style']>;

/** What each style needs, and what has no meaning in it. */
const styles: Readonly<
  Record<Style, { needs: readonly (keyof PaginateSpec)[]; never: readonly (keyof PaginateSpec)[] }>
> = {
  page: { needs: ['param', 'items'], never: [] },
  offset: { needs: ['param', 'items'], never: [] },
  cursor: { needs: ['param', 'next', 'items'], never: [] },
  link: { needs: ['items'], never: ['param', 'start', 'next', 'end'] },
};

/** A paged function has all that its style needs, and its position is sent. */
export const paginate: Rule = function* ({ integration, functions }) {
  for (const file of functions) {
    const paging = mergePaginate(file.value, integration.value);
    if (paging === undefined) continue;
    for (const message of faults(paging, file.value)) {
      yield { code: 'PAGINATE_INVALID', message, at: { file, path: ['paginate'], part: 'key' } };
    }
  }
};

function* faults(paging: PaginateSpec, spec: FunctionSpec): Iterable<string> {
  const { style, param, collect } = paging;
  if (style === undefined) {
    yield 'neither the function nor integration.yaml sets the `style` of paging';
    return;
  }
  for (const key of styles[style].needs) {
    if (paging[key] === undefined) yield `paging of style ${quoteName(style)} needs \`${key}\``;
  }
  for (const key of styles[style].never) {
    if (paging[key] !== undefined) yield `paging of style ${quoteName(style)} cannot have \`${key}\``;
  }
  for (const key of ['limit', 'unique'] as const) {
    if (paging[key] !== undefined && !collect) yield `\`${key}\` works only with \`collect: true\``;
  }
  if (param === undefined || styles[style].never.includes('param')) return;
  const declared = spec.params?.[param];
  const named = requestsOf(spec).some(({ request }) => requestNames(request).has(param));
  if (!declared && !named)
    yield `no request sends the position: there is no param or placeholder ${quoteName(param)}`;
  if (declared && style !== 'cursor' && declared['type'] !== 'integer') {
    yield `the param ${quoteName(param)} is a number of pages or items, so its type must be integer`;
  }
}
