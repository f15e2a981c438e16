import { openListing } from '../host/open-catalog.js';
import { formats } from '../output/format-data.js';

/** A word that fits. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What a word may become. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  /** A name of a file fits, too. */
  readonly files: boolean;
}

/** What can be known of a value by what help calls it. Nothing is sent, and no credential is read. */
const byName: Readonly<Record<string, (integration?: string) => Promise<readonly Candidate[]>>> = {
  integration: integrations,
  names: integrations,
  function: functions,
  page: async () => [...(await integrations()), ...(await functions())],
  account: accounts,
  format: async () => plainly(formats),
};

const files: ReadonlySet<string> = new Set(['file', 'folder']);

/** Completes the value of an option or an argument that help calls `name`. `integration` is the one that it is about. */
export async function completeValue(
  name: string,
  choices: readonly string[] | null = null,
  integration?: string,
): Promise<Completion> {
  if (choices) return { files: false, candidates: plainly(choices) };
  const complete = Object.hasOwn(byName, name) ? byName[name] : undefined;
  return { files: files.has(name), candidates: complete ? await complete(integration) : [] };
}

async function integrations(): Promise<readonly Candidate[]> {
  const found = openListing().integrations;
  return found.map(({ manifest: { name, title } }) => ({ value: name, description: title }));
}

async function functions(): Promise<readonly Candidate[]> {
  const all = openListing().integrations.flatMap(({ manifest }) => manifest.functions);
  return all.map(({ full_name, title }) => ({ value: full_name, description: title }));
}

async function accounts(integration?: string): Promise<readonly Candidate[]> {
  return plainly(await accountNamesOf(integration));
}

/** Of one integration or of all. The environment may hold a default account. */
export async function accountNamesOf(integration?: string): Promise<readonly string[]> {
  const { openAccountStore } = await import('@kosmokrator/host/accounts');
  const stored = await openAccountStore().list();
  const own = stored.filter((one) => integration === undefined || one.integration === integration);
  return [...new Set(['default', ...own.map(({ name }) => name)])];
}

function plainly(values: readonly string[]): readonly Candidate[] {
  return values.map((value) => ({ value, description: '' }));
}
