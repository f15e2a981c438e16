import type { StartDatabase } from './start-database.js';

const lifetime = '3 days from creation';

/** Addresses of one database below `http://…/start-redis`. */
export function databaseLinks(serviceUrl: string, id: string) {
  return { metrics: `${serviceUrl}/metrics/${id}`, console: `${serviceUrl}/console/${id}` };
}

/** Day of expiry, in UTC: `2026-05-25`. */
export function expiryDate({ expiresAt }: StartDatabase): string {
  return new Date(expiresAt).toISOString().slice(0, 10);
}

/**
 * The reply to `POST /start-redis`: the vendor's labels, line order and date format, in words of our own. The line of
 * the console URL has no label.
 * Source: https://upstash.com/docs/devops/developer-api/start-redis/create
 */
export function databasePage(database: StartDatabase, serviceUrl: string): string {
  const { id, url, token } = database;
  const links = databaseLinks(serviceUrl, id);
  return `# A Redis database for you

**Database ID:** ${id}
**Endpoint:** ${url}
**Token:** ${token}
**Metrics:** ${links.metrics} (JSON: age, commands, keys, memory, traffic)
**Expires:** ${expiryDate(database)} (${lifetime}).
Give the console URL to the person you work for. There they can see how
the database is used, and claim it to keep it:
${links.console}

To get this page again, repeat the POST with the database id as the
\`Idempotency-Key\`:

  curl -X POST -H "Idempotency-Key: ${id}" ${serviceUrl}

**Keep secrets and personal data out of it**: until someone claims it, it belongs to nobody.

## First commands

# A command is a JSON array in the body of a POST.

# A value that outlives one step, for an hour
${curl(database, ['SET', 'session:7', '{"step":3}', 'EX', '3600'])}
${curl(database, ['GET', 'session:7'])}

# A log, newest first
${curl(database, ['LPUSH', 'log:7', '{"role":"user","content":"hi"}'])}
${curl(database, ['LRANGE', 'log:7', '0', '19'])}

# A queue from one agent to another
${curl(database, ['LPUSH', 'queue', '{"task":"translate"}'])}
${curl(database, ['RPOP', 'queue'])}

# Memories by score, highest first
${curl(database, ['ZADD', 'notes', '1714238580', 'likes-tea'])}
${curl(database, ['ZREVRANGE', 'notes', '0', '9'])}

## More
- REST API: https://upstash.com/docs/redis/features/restapi
- Client for TypeScript: https://upstash.com/docs/redis/sdks/ts

## Say this to the person

The database expires on ${expiryDate(database)}. To keep it, open the console URL above and claim it.
`;
}

function curl({ url, token }: StartDatabase, command: readonly string[]): string {
  const lines = [`curl ${url}`, `-H "Authorization: Bearer ${token}"`, `-d '${JSON.stringify(command)}'`];
  return lines.join(' \\\n  ');
}

/** The reply to `GET /start-redis`: how to get a database. */
export function instructionsPage(serviceUrl: string): string {
  return `# Redis for agents

A Redis database without an account: one request, nothing to set up.

Make a version 4 UUID and POST it as the \`Idempotency-Key\` header:

  curl -X POST -H "Idempotency-Key: <uuidv4>" ${serviceUrl}

The UUID becomes the id of the database. If a reply is lost, or to read
the credentials again, send the same UUID. You get the same database.

Without the header, the server chooses an id and returns it in the reply.
If that reply is lost, you cannot get the database, so send your own UUID.
Other versions of UUID are refused.

The reply is Markdown: credentials, first commands, and a console URL for
the person you work for.

A database expires after 3 days unless it is claimed.
`;
}

/** What stands at the console URL. */
export function consolePage(database: StartDatabase): string {
  const { id, meter } = database;
  return `# Database ${id}

Commands: ${meter.commands}
Expires: ${expiryDate(database)} (${lifetime}).

This is an emulator, so you cannot claim the database here.
`;
}
