import type { Catalog, InstalledIntegration, Manifest } from '@kosmokrator/host';
import type { IntegrationReference } from '@kosmokrator/host/reference';

const verbs = ['list', 'get', 'create', 'update', 'delete', 'search', 'archive'] as const;
const nouns =
  `invoice ticket contact shipment campaign article channel message calendar event task project board card
  deal lead pipeline form survey response webhook subscription customer payment refund charge coupon product variant order
  cart warehouse supplier route driver vehicle trip booking room guest review photo album video playlist track podcast
  episode course lesson quiz student grade employee shift payslip expense budget ledger report dashboard chart alert
  incident monitor log metric trace release pipeline_run artifact package license asset device sensor reading firmware
  session cookie domain certificate record zone mailbox folder draft template signature contract clause`.split(
    /\s+/,
  );
const vendors = [
  'Acme',
  'Borealis',
  'Cobalt',
  'Delta',
  'Ember',
  'Fjord',
  'Granite',
  'Harbor',
  'Indigo',
  'Juniper',
];
const adjectives = [
  'open',
  'recent',
  'shared',
  'internal',
  'public',
  'weekly',
  'pending',
  'default',
  'primary',
  'test',
];

interface Synthetic {
  readonly integration: InstalledIntegration;
  readonly reference: IntegrationReference;
}

/** A catalog of real integrations and `count` made-up ones of seven functions each, with references as the generator writes them. */
export function withSynthetic(catalog: Catalog, count: number): Catalog {
  const made = Array.from({ length: count }, (_, index) => synthesize(index));
  const references = new Map(
    made.map(({ integration, reference }) => [integration.manifest.name, JSON.stringify(reference)]),
  );
  const integrations = [...catalog.integrations, ...made.map(({ integration }) => integration)];
  const byName = new Map(
    integrations.flatMap((one) => [
      [one.manifest.name, one],
      [one.manifest.namespace, one],
    ]),
  );
  return {
    ...catalog,
    integrations,
    functionNames: integrations.flatMap(({ manifest }) => manifest.functions.map((fn) => fn.full_name)),
    integration: (name) => byName.get(name),
    readFile: async (name, path) => references.get(name) ?? catalog.readFile(name, path),
  };
}

function synthesize(index: number): Synthetic {
  const pick = (words: readonly string[], step: number) =>
    words[(index * step + (index >> 5)) % words.length]!;
  const vendor = pick(vendors, 3);
  const title = `${vendor} ${pick(nouns, 7)} ${index}`.replaceAll('_', ' ');
  const namespace = title.toLowerCase().replaceAll(' ', '_');
  const functions = verbs.map((verb, at) => {
    const noun = pick(nouns, at * 5 + 1);
    const name = `${verb}_${noun}`;
    return { verb, noun: noun.replaceAll('_', ' '), name, adjective: pick(adjectives, at + 1) };
  });
  const manifest = {
    kosmokrator: 1,
    name: namespace.replaceAll('_', '-'),
    namespace,
    title,
    category: 'test',
    description: `${title} for teams. Read and write ${functions[0]!.noun}s of a workspace or an account.`,
    vendor_docs: 'https://vendor.example',
    credentials: [],
    apis: ['main'],
    functions: functions.map(({ name, verb, noun }) => ({
      name,
      full_name: `${namespace}_${name}`,
      title: `${verb} ${noun}`,
      operation: verb === 'list' || verb === 'get' || verb === 'search' ? 'read' : 'write',
      destructive: verb === 'delete',
      idempotency: 'none',
      paged: false,
    })),
  } as const satisfies Manifest;
  const reference: IntegrationReference = {
    kosmokrator: 1,
    name: manifest.name,
    title,
    auth: 'Bearer token auth',
    sdk: title.replaceAll(' ', ''),
    functions: functions.map(({ name, verb, noun, adjective }) => ({
      name,
      sdk: name,
      description: `${verb[0]!.toUpperCase()}${verb.slice(1)} the ${adjective} ${noun}s of a workspace, by its key or name. Needs an account of a user in the organization.`,
      params: [
        {
          name: 'workspace',
          type: 'string',
          required: true,
          description: 'Id of the workspace, from the URL. Not empty.',
        },
        {
          name: `${noun.replaceAll(' ', '_')}_id`,
          type: 'string',
          required: false,
          description: `Id of the ${noun}; when absent, the newest.`,
        },
        {
          name: 'limit',
          type: 'integer',
          required: false,
          description: 'Items on a page. 1 to 100. Default: `20`.',
        },
      ],
      fields: [
        { path: '`id`', type: 'string', description: `Id of the ${noun}.` },
        {
          path: '`created_at`',
          type: 'string or null',
          lua_type: 'string or nil',
          description: `Time at which the ${noun} was made.`,
        },
      ],
      examples: [
        {
          title: `The ${adjective} ${noun}`,
          lua: `local result = app.integrations.${namespace}.${name}({ workspace = "w1" })`,
        },
      ],
    })),
  };
  return { integration: { manifest, folder: `/synthetic/${manifest.name}` }, reference };
}
