import type { Renderer } from '../../emit/template/template.js';
import type { IntegrationModel } from '../../model/model.js';
import type { Detail } from './detail.js';
import { skillView, type SkillView } from './view.js';

/** `SKILL.md` with so much detail. */
export function renderSkill(
  template: Renderer<SkillView>,
  integration: IntegrationModel,
  detail: Detail,
): string {
  return `${template(skillView(integration, detail)).trimEnd()}\n`;
}
