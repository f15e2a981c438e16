import type { InstalledFunction, InstalledIntegration } from '../../catalog/installed.js';
import type { Manifest } from '../../catalog/manifest.js';
import { pageName } from '../page-name.js';
import { brokenReference } from './broken-reference.js';
import { describeFunction, luaDescription } from './describe-function.js';
import type { IntegrationReference } from './integration-reference.js';
import { firstSentence, signature, type PageEntry } from './page-entries.js';
import { wholeReference } from './whole-reference.js';

/** The most characters of a namespace's reference that its page holds in full. */
const longestReference = 24_000;

/** Beyond this many functions the page of a namespace with a longer reference has their names only. */
const mostDescribed = 60;

/** The page of all integrations, from their entries. */
export function indexPage(entries: readonly PageEntry[]): string {
  const lines = entries.map(({ page, summary }) => `- \`${page}\`: ${summary}`);
  return [
    '# integrations',
    '',
    lines.length === 0 ? 'No integration is installed.' : 'Read one by its name, or search in plain words.',
    '',
    ...lines,
    '',
  ].join('\n');
}

/** The whole reference of a namespace, or its functions with their signatures where the reference is too long to read. */
export function namespacePage(integration: InstalledIntegration, reference: IntegrationReference): string {
  const whole = wholeReference(reference);
  return whole.length <= longestReference ? `${whole}\n` : contents(integration, reference);
}

function contents(integration: InstalledIntegration, reference: IntegrationReference): string {
  const { manifest } = integration;
  const { namespace } = manifest;
  const name = pageName(integration);
  return [
    `# ${name}: ${manifest.title}`,
    '',
    manifest.description,
    '',
    counts(manifest, reference),
    ...credentialLines(manifest),
    '',
    `Call \`app.integrations.${namespace}.<function>{ … }\`, or for a named account`,
    `\`app.integrations.${namespace}.<account>.<function>{ … }\`. A \`?\` marks optional parameters.`,
    '',
    ...functionLines(manifest, reference),
    '',
    `Read \`${name}.<function>\` for parameters, results and examples.`,
    '',
  ].join('\n');
}

/** `7 functions · 5 read · 2 write · API key auth` */
function counts({ functions }: Manifest, { auth }: IntegrationReference): string {
  const reads = functions.filter(({ operation }) => operation === 'read').length;
  const total = functions.length === 1 ? '1 function' : `${functions.length} functions`;
  return [total, `${reads} read`, `${functions.length - reads} write`, auth].join(' · ');
}

function credentialLines({ credentials }: Manifest): string[] {
  if (credentials.length === 0) return [];
  return [`Credentials of the default account: ${credentials.map(({ env }) => `\`${env}\``).join(', ')}.`];
}

function functionLines({ functions }: Manifest, reference: IntegrationReference): string[] {
  if (functions.length > mostDescribed)
    return [`Functions: ${functions.map(({ name }) => name).join(', ')}.`];
  return functions.map((fn) => {
    const documented = reference.functions.find(({ name }) => name === fn.name);
    const kind = `${fn.operation}${fn.paged ? ', paged' : ''}`;
    if (documented === undefined) return `- \`${fn.name}\` (${kind}): ${fn.title}.`;
    return `- \`${signature(fn.name, documented)}\` (${kind}): ${firstSentence(luaDescription(documented))}`;
  });
}

/** The page of a function. Throws `broken_integration` if the reference does not describe it. */
export function functionPage(known: InstalledFunction, reference: IntegrationReference): string {
  const { integration, function: fn } = known;
  const documented = reference.functions.find(({ name }) => name === fn.name);
  if (documented === undefined) throw brokenReference(integration, `does not describe ${fn.name}`);
  const path = `app.integrations.${integration.manifest.namespace}.${fn.name}`;
  const kinds = [fn.operation, ...(fn.destructive ? ['may overwrite or delete'] : [])];
  const pages = fn.paged ? [`\`for item in ${path}.each{ … } do\` loops over the items of all pages.`] : [];
  return [
    `# ${pageName(integration, fn)}: ${fn.title}`,
    '',
    `\`${signature(path, documented)}\` (${kinds.join(', ')})`,
    ...pages,
    '',
    describeFunction(documented),
    '',
  ].join('\n');
}
