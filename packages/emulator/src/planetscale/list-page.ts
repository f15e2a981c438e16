import { jsonReply, type ApiReply, type ApiRequest } from '../http/api-message.js';
import { PlanetscaleRefusal } from './errors.js';

const defaultPerPage = 25;
const largestPerPage = 100;

/**
 * One page of a list in the vendor's envelope. `totals` adds total_count and total_pages, which the list of
 * organizations does not have. Source: https://planetscale.com/docs/api/reference/pagination
 */
export function listPage(
  request: ApiRequest,
  items: readonly unknown[],
  totals: 'with-totals' | 'without-totals',
): ApiReply {
  const page = pageNumber(request, 'page', 1);
  const perPage = Math.min(pageNumber(request, 'per_page', defaultPerPage), largestPerPage);
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const next = page < pages ? page + 1 : null;
  const previous = page > 1 ? page - 1 : null;
  return jsonReply(200, {
    type: 'list',
    current_page: page,
    per_page: perPage,
    next_page: next,
    next_page_url: pageUrl(request, next, perPage),
    prev_page: previous,
    prev_page_url: pageUrl(request, previous, perPage),
    ...(totals === 'with-totals' ? { total_count: items.length, total_pages: pages } : {}),
    data: items.slice((page - 1) * perPage, page * perPage),
  });
}

function pageNumber({ query }: ApiRequest, name: string, absent: number): number {
  const text = query.get(name);
  if (text === null) return absent;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new PlanetscaleRefusal(400, 'invalid_params', `${name} must be a positive integer`);
}

function pageUrl(request: ApiRequest, page: number | null, perPage: number): string | null {
  if (page === null) return null;
  const query = new URLSearchParams(request.query);
  query.set('page', String(page));
  query.set('per_page', String(perPage));
  return `${request.origin}${request.path}?${query.toString()}`;
}
