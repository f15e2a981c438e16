import { jsonReply, type ApiHandler, type ApiRequest } from '../http/api-message.js';
import { createRouter, type Route } from '../http/create-router.js';
import type { RateLimit } from '../http/rate-limit.js';
import { branchRecord } from './branch-record.js';
import { databaseRecord } from './database-record.js';
import { notFound, PlanetscaleRefusal, planetscaleError } from './errors.js';
import { listPage } from './list-page.js';
import { readNewDatabase } from './read-new-database.js';
import { organizationRecord, userRecord } from './records.js';
import type { Database, Organization, PlanetscaleState } from './state.js';

export interface PlanetscaleCredentials {
  readonly serviceTokenId: string;
  readonly serviceToken: string;
  /** OAuth access token. */
  readonly accessToken: string;
}

export interface PlanetscaleOptions {
  readonly credentials: PlanetscaleCredentials;
  /** Asked before every request, since a reset replaces the state. */
  readonly state: () => PlanetscaleState;
  readonly rateLimit?: RateLimit | undefined;
}

/** The PlanetScale API under `/v1`: user, organizations, databases and branches, in memory. */
export function createPlanetscaleHandler({ credentials, state, rateLimit }: PlanetscaleOptions): ApiHandler {
  const route = createRouter(routes(state), {
    notFound: () => planetscaleError(404, 'not_found', 'Not Found'),
    methodNotAllowed: () => planetscaleError(405, 'method_not_allowed', 'Method Not Allowed'),
  });
  const accepted = new Set([
    // No scheme word. Source: https://planetscale.com/docs/api/reference/service-tokens
    `${credentials.serviceTokenId}:${credentials.serviceToken}`,
    `Bearer ${credentials.accessToken}`,
  ]);
  return async (request) => {
    if (rateLimit !== undefined && rateLimit() > 0) {
      return planetscaleError(429, 'too_many_requests', 'Too many requests');
    }
    if (!accepted.has(request.headers.authorization ?? '')) {
      return planetscaleError(401, 'unauthorized', 'Unauthorized');
    }
    try {
      return await route(request);
    } catch (error) {
      if (error instanceof PlanetscaleRefusal)
        return planetscaleError(error.status, error.code, error.message);
      throw error;
    }
  };
}

function routes(state: () => PlanetscaleState): Route[] {
  const organizationPath = '/v1/organizations/{organization}';
  const databasePath = `${organizationPath}/databases/{database}`;

  const findOrganization = ({ organization }: Record<string, string>): Organization =>
    found(state().organizations.find(({ name }) => name === organization));
  const findDatabase = (params: Record<string, string>): Database =>
    found(findOrganization(params).databases.find(({ name }) => name === params['database']));

  return [
    {
      method: 'GET',
      path: '/v1/user',
      handle: () => jsonReply(200, userRecord(state().organizations, '2026-01-05T09:00:00.000Z')),
    },
    {
      method: 'GET',
      path: '/v1/organizations',
      handle: (_, request) =>
        listPage(request, state().organizations.map(organizationRecord), 'without-totals'),
    },
    {
      method: 'GET',
      path: `${organizationPath}/databases`,
      handle: (params, request) => {
        const organization = findOrganization(params);
        const shown = organization.databases.filter(matchesQuery(request));
        const base = organizationUrl(request, organization);
        return listPage(
          request,
          shown.map((database) => databaseRecord(database, base, 'ready')),
          'with-totals',
        );
      },
    },
    {
      method: 'POST',
      path: `${organizationPath}/databases`,
      handle: (params, request) => {
        const organization = findOrganization(params);
        const database = readNewDatabase(request.body, organization);
        organization.databases.push(database);
        // The vendor takes minutes to make one; here the next read finds it ready.
        return jsonReply(201, databaseRecord(database, organizationUrl(request, organization), 'pending'));
      },
    },
    {
      method: 'GET',
      path: databasePath,
      handle: (params, request) => {
        const base = organizationUrl(request, findOrganization(params));
        return jsonReply(200, databaseRecord(findDatabase(params), base, 'ready'));
      },
    },
    {
      method: 'GET',
      path: `${databasePath}/branches`,
      handle: (params, request) => {
        const database = findDatabase(params);
        const shown = database.branches.filter(matchesQuery(request)).filter(matchesProduction(request));
        const ordered = request.query.get('order') === 'desc' ? shown.toReversed() : shown;
        const base = organizationUrl(request, findOrganization(params));
        return listPage(
          request,
          ordered.map((branch) => branchRecord(branch, database, base)),
          'with-totals',
        );
      },
    },
    {
      method: 'GET',
      path: `${databasePath}/branches/{branch}`,
      handle: (params, request) => {
        const database = findDatabase(params);
        const branch = found(database.branches.find(({ name }) => name === params['branch']));
        return jsonReply(
          200,
          branchRecord(branch, database, organizationUrl(request, findOrganization(params))),
        );
      },
    },
  ];
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw notFound();
  return thing;
}

function organizationUrl({ origin }: ApiRequest, { name }: Organization): string {
  return `${origin}/v1/organizations/${encodeURIComponent(name)}`;
}

function matchesQuery({ query }: ApiRequest): (item: { name: string }) => boolean {
  const text = query.get('q') ?? '';
  return ({ name }) => name.includes(text);
}

function matchesProduction({ query }: ApiRequest): (branch: { production: boolean }) => boolean {
  const wanted = query.get('production');
  return ({ production }) => wanted === null || String(production) === wanted;
}
