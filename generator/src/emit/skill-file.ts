import type { IntegrationModel } from '../model/model.js';

/** The name of a skill and of its folder: no hyphen at the end and no two in a row, as installers demand. */
export function skillName({ words }: IntegrationModel): string {
  return words.join('-');
}

/** Where a package has its skill. */
export function skillFile(integration: IntegrationModel): string {
  return `skills/${skillName(integration)}/SKILL.md`;
}
