import { jsonReply, type ApiHandler, type ApiReply, type ApiRequest } from '../http/api-message.js';
import { createRouter } from '../http/create-router.js';
import type { Team, UpstashAccount } from './account.js';
import { databaseRecord } from './database-record.js';
import { databaseStats, type MeteredUse } from './database-stats.js';

export interface PlatformOptions {
  /** How a database of the account has been used, by its id. */
  readonly uses: ReadonlyMap<string, MeteredUse>;
  readonly now: () => number;
}

/**
 * The Upstash platform API under `/v2`, for HTTP Basic `email:api_key`: databases, their use, and teams, read only.
 * Source: https://upstash.com/docs/devops/developer-api/introduction
 */
export function createPlatformHandler(account: UpstashAccount, { uses, now }: PlatformOptions): ApiHandler {
  const { databases, teams, email } = account;
  const route = createRouter(
    [
      {
        method: 'GET',
        path: '/v2/redis/databases',
        handle: () =>
          jsonReply(
            200,
            databases.map((database) => databaseRecord(database, email, 'show')),
          ),
      },
      {
        method: 'GET',
        path: '/v2/redis/database/{id}',
        handle: ({ id }, { query }) => {
          const database = databases.find((candidate) => candidate.id === id);
          if (database === undefined) return platformError(404, 'Database not found');
          const credentials = query.get('credentials') === 'hide' ? 'hide' : 'show';
          return jsonReply(200, databaseRecord(database, email, credentials));
        },
      },
      {
        method: 'GET',
        path: '/v2/redis/stats/{id}',
        handle: async ({ id }) => {
          const use = uses.get(id!);
          return use === undefined
            ? platformError(404, 'Database not found')
            : jsonReply(200, await databaseStats(use, now()));
        },
      },
      { method: 'GET', path: '/v2/teams', handle: () => jsonReply(200, teams.map(teamRecord)) },
      {
        method: 'GET',
        path: '/v2/teams/{team_id}',
        handle: (params) => {
          const team = teams.find((candidate) => candidate.id === params['team_id']);
          return team === undefined
            ? platformError(404, 'Team not found')
            : jsonReply(200, memberRecords(team));
        },
      },
    ],
    {
      notFound: () => platformError(404, 'Not found'),
      methodNotAllowed: () => platformError(405, 'Method not allowed'),
    },
  );
  const expected = `${account.email}:${account.apiKey}`;
  return (request) => (basicPair(request) === expected ? route(request) : platformError(401, 'Unauthorized'));
}

/** The vendor documents no error body; its own command-line client reads `{error}` first. */
export function platformError(status: number, message: string): ApiReply {
  return jsonReply(status, { error: message });
}

function basicPair({ headers }: ApiRequest): string | undefined {
  const encoded = /^Basic +([\w+/=]+)$/i.exec(headers.authorization ?? '')?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString();
}

function teamRecord({ id, name }: Team) {
  return { team_id: id, team_name: name, copy_cc: false };
}

function memberRecords({ id, name, members }: Team) {
  return members.map(({ email, role }) => ({
    team_id: id,
    team_name: name,
    member_email: email,
    member_role: role,
    copy_cc: false,
  }));
}
