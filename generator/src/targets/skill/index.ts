import { skillFile } from '../../emit/snippets/skill-snippets.js';
import { defineTarget } from '../../emit/target.js';
import type { Renderer } from '../../emit/template/template.js';
import type { IntegrationModel } from '../../model/model.js';
import { fits, possibleDetails } from './detail.js';
import { renderSkill } from './render-skill.js';
import type { SkillView } from './view.js';

/** `skills/<name>/SKILL.md`: the shortest correct path for an agent, in the public Agent Skills format. */
export default defineTarget((template) => {
  const skill = template<SkillView>('skill');
  return {
    name: 'skill',
    *emit(integration) {
      yield { path: skillFile(integration), content: skillPage(skill, integration) };
    },
  };
});

/** With the most detail that fits; with the least, a page is bounded whatever the spec says. */
function skillPage(template: Renderer<SkillView>, integration: IntegrationModel): string {
  let page = '';
  for (const detail of possibleDetails(integration.functions.length)) {
    page = renderSkill(template, integration, detail);
    if (fits(page)) break;
  }
  return page;
}
