import { namePatterns } from '../../spec/names.js';
import type { Rule } from '../context.js';
import type { Finding } from '../finding.js';
import { quoteName } from '../quote.js';

const form = new RegExp(namePatterns.name);

/** A function's file and an integration's folder carry their names. */
export const names: Rule = function* ({ folder, integration, functions }): Iterable<Finding> {
  if (integration.value.name !== folder) {
    const message = `the name is ${quoteName(integration.value.name)} but the folder is ${quoteName(folder)}`;
    yield { code: 'NAME_MISMATCH', message, at: { file: integration, path: ['name'] } };
  }
  for (const file of functions) {
    if (form.test(file.name)) continue;
    const message = `${quoteName(`${file.name}.yaml`)} is not a valid name of a function: write a lowercase letter, then lowercase letters, digits and \`_\``;
    yield { code: 'NAME_INVALID', message, at: { file, path: [], part: 'key' }, help: 'Rename the file.' };
  }
};
