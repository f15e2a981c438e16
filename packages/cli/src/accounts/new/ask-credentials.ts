import { accountState } from '@kosmokrator/host/accounts';
import type { Environment } from '@kosmokrator/runtime';
import { brokenRule } from '@kosmokrator/runtime/internal';
import type { Prompts } from '../../terminal/ask/prompts.js';
import { showPrintable } from '../../terminal/show-printable.js';
import type { NamedAccount } from '../find-account.js';

type Field = NamedAccount['manifest']['credentials'][number];

/**
 * Asks for each credential, and once more for those without which the others are of no use. The names of APIs in `baseUrls`
 * need no url credential.
 */
export async function askCredentials(
  { text, secret, tell }: Prompts,
  { manifest, integration, account }: NamedAccount,
  baseUrls: readonly string[],
  env: Environment = process.env,
): Promise<Record<string, string>> {
  const given: Record<string, string> = {};
  const allowLoopbackHttp = env['KOSMO_ALLOW_LOOPBACK_HTTP'] === '1';
  const state = () => accountState(manifest, { credentials: Object.keys(given), base_urls: baseUrls });

  async function ask(field: Field, needed: boolean): Promise<void> {
    const { name, type, example } = field;
    const refuse = (answer: string) => {
      if (answer === '') return needed ? `${name} is needed` : undefined;
      const rule = brokenRule(integration.credentials[name]!, answer, { allowLoopbackHttp });
      return rule && `${name} ${rule}`;
    };
    const question = { message: describe(field, needed), example, refuse };
    const answer = await (type === 'secret' ? secret(question) : text(question));
    if (answer !== '') given[name] = answer;
  }

  tell(showPrintable(`${manifest.title}: the account "${account}"\n`));
  const { credentials } = manifest;
  const needed = neededAlways(manifest, baseUrls);
  for (const field of credentials) await ask(field, needed.has(field.name));
  while (state().state === 'incomplete') {
    const { missing } = state();
    tell(`These are of no use without ${missing.join(' and ')}.\n`);
    for (const field of credentials) if (missing.includes(field.name)) await ask(field, true);
  }
  return given;
}

function describe({ name, description, page }: Field, needed: boolean): string {
  const lines = [
    `${name}: ${description}`,
    ...(page === undefined ? [] : [`Get it at ${page}`]),
    ...(needed ? [] : ['Enter alone leaves it out.']),
  ];
  return showPrintable(lines.join('\n'));
}

/** The credentials that every way to call the integration needs. */
function neededAlways({ needs = {} }: NamedAccount['manifest'], baseUrls: readonly string[]): Set<string> {
  const ways = Object.entries(needs).flatMap(([api, { base_url: base, auth }]) =>
    auth.map((way) => [...(baseUrls.includes(api) ? [] : base), ...way]),
  );
  const [first = [], ...others] = ways.filter((names) => names.length > 0);
  return new Set(first.filter((name) => others.every((names) => names.includes(name))));
}
