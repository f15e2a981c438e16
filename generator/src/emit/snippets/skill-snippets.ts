import type { IntegrationModel } from '../../model/model.js';
import { Emitted } from '../emitted.js';
import { kosmoCommand } from './kosmo-command.js';
import { luaReturnSnippet } from './lua-snippet.js';
import { goodExamples, leadExample, type ShownExample } from './lead-example.js';
import { luaString } from '../syntax/lua.js';
import { shellScript } from '../syntax/shell.js';

/** The name of a skill and of its folder: no hyphen at the end and no two in a row, as installers demand. */
export function skillName({ words }: IntegrationModel): string {
  return words.join('-');
}

/** Where a package has its skill. */
export function skillFile(integration: IntegrationModel): string {
  return `skills/${skillName(integration)}/SKILL.md`;
}

/** A command of a skill, with what a test needs to run it. */
export interface SkillCommand extends ShownExample {
  readonly command: Emitted;
}

/** The calls that a skill shows, as commands: those that the spec names, or else one that reads and one that writes. */
export function skillCommands(model: IntegrationModel): SkillCommand[] {
  return shownExamples(model).map(({ fn, example }) => {
    // What a write needs on the command line is the user's consent.
    const options = fn.kind === 'write' ? ' --yes' : '';
    return { fn, example, command: evaluate(model, luaReturnSnippet(model, fn, example), options) };
  });
}

/** The command that prints the reference of the integration, with every function of it. */
export function referenceCommand(model: IntegrationModel): Emitted {
  const page = luaString(`integrations.${model.namespace}`).text;
  return evaluate(model, new Emitted(`return lua_read_doc(${page})`));
}

function evaluate(model: IntegrationModel, script: Emitted, options = ''): Emitted {
  return new Emitted(`${kosmoCommand(model)} lua${options} --eval ${shellScript(script).text}`);
}

function shownExamples(model: IntegrationModel): ShownExample[] {
  const good = goodExamples(model);
  const ofFunction = (name: string) => good.find(({ fn }) => fn.name === name);
  const chosen = model.skill.examples.map(ofFunction).filter((shown) => shown !== undefined);
  if (chosen.length > 0) return chosen;
  const lead = leadExample(model);
  const write = good.find(({ fn }) => fn.kind === 'write' && fn !== lead?.fn);
  return [lead, write].filter((shown) => shown !== undefined);
}
