import { type Emitted, join } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { documentedAccounts } from '../../emit/snippets/documented-snippets.js';
import { serveOptions } from '../../emit/snippets/kosmo-command.js';
import { accountFunction } from '../../emit/snippets/lead-example.js';
import { referenceCommand, skillCommands, type SkillCommand } from '../../emit/snippets/skill-snippets.js';
import { json } from '../../emit/syntax/json.js';
import { luaSource } from '../../emit/syntax/lua.js';
import { mdCode, mdComment, mdFence, mdText } from '../../emit/syntax/markdown.js';
import { plainText } from '../../emit/syntax/plain-text.js';
import type { CredentialModel, IntegrationModel, RecipeModel } from '../../model/model.js';
import type { Detail } from './detail.js';
import { clip } from './estimate-tokens.js';
import { frontMatter } from './front-matter.js';
import { functionList } from './function-list.js';

export interface SkillView {
  readonly frontMatter: Emitted;
  readonly header: Emitted;
  readonly title: Emitted;
  readonly useWhen: readonly Emitted[];
  readonly hasUseWhen: boolean;
  readonly avoidWhen: readonly Emitted[];
  readonly hasAvoidWhen: boolean;
  readonly tellUser: readonly Emitted[];
  readonly hasTellUser: boolean;
  readonly credentials: readonly { readonly env: Emitted; readonly description: Emitted }[];
  readonly hasCredentials: boolean;
  /** Which functions make accounts, in a sentence. */
  readonly connecting: Emitted;
  readonly hasConnecting: boolean;
  readonly serve: Emitted;
  readonly tool: Emitted;
  readonly namespace: Emitted;
  readonly account: Emitted;
  readonly accountCall: Emitted;
  readonly examples: readonly ExampleView[];
  readonly recipes: readonly { readonly title: Emitted; readonly code: Emitted; readonly prints: Emitted }[];
  readonly functions: readonly Emitted[];
  readonly hasSignatures: boolean;
  readonly hasWrites: boolean;
  readonly reference: Emitted;
  readonly functionReference: Emitted;
}

interface ExampleView {
  readonly title: Emitted;
  readonly command: Emitted;
  readonly result: Emitted;
  readonly hasResult: boolean;
}

/** `` `a`, `b` and `c` store the credentials that they create. `` */
function connectingText(names: readonly Emitted[]): Emitted {
  const list = [join(names.slice(0, -1), ', '), ...names.slice(-1)].filter(({ text }) => text !== '');
  const what =
    names.length > 1 ? 'store the credentials that they create.' : 'stores the credentials that it creates.';
  return join([join(list, ' and '), mdText(what)], ' ');
}

/** What a skill says with so much detail. */
export function skillView(integration: IntegrationModel, detail: Detail): SkillView {
  const { namespace, title, skill, credentials, functions } = integration;
  const phrases = cutPhrases(detail);
  const commands = skillCommands(integration);
  const shown = commands[0]?.fn ?? functions[0]!;
  const connecting = functions.filter(({ connects }) => connects !== undefined);
  return {
    frontMatter: frontMatter(integration, detail),
    header: mdComment(provenance(integration)),
    title: mdText(detail.brief ? clip(title, 20) : title),
    useWhen: phrases(skill.useWhen),
    hasUseWhen: skill.useWhen.length > 0,
    avoidWhen: phrases(skill.avoidWhen),
    hasAvoidWhen: skill.avoidWhen.length > 0,
    tellUser: phrases(skill.tellUser),
    hasTellUser: skill.tellUser.length > 0,
    credentials: credentialViews(credentials, detail),
    hasCredentials: credentials.length > 0,
    connecting: connectingText(connecting.map(({ name }) => mdCode(name))),
    hasConnecting: connecting.length > 0,
    serve: mdCode(serveOptions(integration)),
    tool: mdCode(shown.fullName),
    namespace: mdCode(`app.integrations.${namespace}`),
    account: mdCode(documentedAccounts[0]),
    accountCall: mdCode(
      `app.integrations.${namespace}.${documentedAccounts[0]}.${accountFunction(integration)!.name}`,
    ),
    examples: commands.slice(0, detail.examples).map(exampleView),
    recipes: detail.recipes ? skill.recipes.map(recipeView) : [],
    functions: functionList(integration, detail),
    hasSignatures: detail.functions === 'described' || detail.functions === 'signatures',
    hasWrites: functions.some(({ kind }) => kind === 'write'),
    reference: mdFence('sh', referenceCommand(integration)),
    functionReference: mdCode(`lua_read_doc("integrations.${namespace}.${shown.name}")`),
  };
}

function cutPhrases({ brief }: Detail): (all: readonly string[]) => Emitted[] {
  return (all) =>
    (brief ? all.slice(0, 3).map((phrase) => clip(phrase, 25)) : all).map((phrase) => mdText(phrase));
}

function credentialViews(all: readonly CredentialModel[], { brief }: Detail): SkillView['credentials'] {
  const shown = brief ? all.slice(0, 4) : all;
  return shown.map(({ env, description }) => ({
    env: mdCode(env),
    description: mdText(brief ? clip(description, 15) : description),
  }));
}

/** A text is printed as it is, nothing not at all, and anything else as JSON. */
function exampleView({ example, command }: SkillCommand): ExampleView {
  const { title } = example;
  const result = asReturned(example.result);
  return {
    title: mdText(title),
    command: mdFence('sh', command),
    result: typeof result === 'string' ? mdFence('text', plainText(result)) : mdFence('json', json(result)),
    hasResult: result !== null,
  };
}

/** The result as a script returns it: a field that is null is nil, and so not there. */
function asReturned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asReturned);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const there = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(there.map(([name, field]) => [name, asReturned(field)]));
}

function recipeView({ title, lua, prints }: RecipeModel): SkillView['recipes'][number] {
  return {
    title: mdText(title),
    code: mdFence('lua', luaSource(lua)),
    prints: mdFence('text', plainText(prints)),
  };
}
