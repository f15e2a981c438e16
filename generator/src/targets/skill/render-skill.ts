import { loadTemplate } from '../../emit/template.js';
import type { IntegrationModel } from '../../model/model.js';
import type { Detail } from './detail.js';
import { skillView, type SkillView } from './view.js';

const skill = loadTemplate<SkillView>(import.meta.url, 'skill');

/** `SKILL.md` with so much detail. */
export function renderSkill(integration: IntegrationModel, detail: Detail): string {
  return `${skill(skillView(integration, detail)).trimEnd()}\n`;
}
