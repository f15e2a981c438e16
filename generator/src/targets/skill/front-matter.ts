import type { Emitted } from '../../emit/emitted.js';
import { skillName } from '../../emit/snippets/skill-snippets.js';
import { plainLine } from '../../emit/syntax/plain-line.js';
import { yamlFrontMatter } from '../../emit/syntax/yaml.js';
import type { IntegrationModel } from '../../model/model.js';
import type { Detail } from './detail.js';
import { clip } from './estimate-tokens.js';

const longest = 1024;

/** What an agent sees of a skill before it reads it, by the public Agent Skills format. */
export function frontMatter(integration: IntegrationModel, detail: Detail): Emitted {
  return yamlFrontMatter({
    name: skillName(integration),
    description: description(integration, detail),
    license: 'MIT',
    compatibility: 'Needs Node.js 20 or later and network access.',
  });
}

/** What it does and when to use it. Angle brackets are refused by installers, since agents take them for markup. */
function description({ title, description: what, skill }: IntegrationModel, { brief }: Detail): string {
  const uses = skill.useWhen.length > 0 ? skill.useWhen : [`a task needs ${title}`];
  const whole = plainLine(`${title}: ${what} Use when ${uses.join('; or when ')}.`).replace(/[<>]/g, '');
  const text = brief ? clip(whole, 150) : whole;
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest - 1))}…`;
}
