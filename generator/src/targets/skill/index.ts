import { skillFile } from '../../emit/skill-file.js';
import { defineTarget } from '../../emit/target.js';
import type { IntegrationModel } from '../../model/model.js';
import { fits, possibleDetails } from './detail.js';
import { renderSkill } from './render-skill.js';

/** `skills/<name>/SKILL.md`: the shortest correct path for an agent, in the public Agent Skills format. */
export default defineTarget({
  name: 'skill',
  *emit(integration) {
    yield { path: skillFile(integration), content: skillPage(integration) };
  },
});

/** With the most detail that fits; with the least, a page is bounded whatever the spec says. */
function skillPage(integration: IntegrationModel): string {
  let page = '';
  for (const detail of possibleDetails(integration.functions.length)) {
    page = renderSkill(integration, detail);
    if (fits(page)) break;
  }
  return page;
}
