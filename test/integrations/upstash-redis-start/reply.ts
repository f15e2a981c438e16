/** The page that start-redis answers with, in the vendor's line structure. */
export interface Made {
  readonly id: string;
  readonly token: string;
  readonly endpoint?: string;
  readonly expires?: string;
}

export function page({
  id,
  token,
  endpoint = 'https://tidy-mole-30121.upstash.io',
  expires = '2031-05-25',
}: Made): string {
  const site = 'https://upstash.com/start-redis';
  return [
    '# A database',
    '',
    `**Database ID:** ${id}`,
    `**Endpoint:** ${endpoint}`,
    `**Token:** ${token}`,
    `**Metrics:** ${site}/metrics/${id} (JSON: uptime, commands)`,
    `**Expires:** ${expires} (3 days from creation).`,
    'Share the console URL with the user:',
    `${site}/console/${id}`,
    '',
    '## Quickstart',
    `curl ${endpoint} -H "Authorization: Bearer ${token}" -d '["GET","a"]'`,
    '',
  ].join('\n');
}
