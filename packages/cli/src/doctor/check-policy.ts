import { checkRuleNames, loadCatalog, loadPolicy, PolicyError } from '@kosmokrator/host';
import { programFiles } from '../host/program-files.js';
import type { Check } from './finding.js';

const check = 'policy';

export const checkPolicyFile: Check = ({ env }) => {
  try {
    const { document, source, missing } = loadPolicy(env);
    checkRuleNames(document, loadCatalog({ env, program: programFiles() }), source);
    const count = document.rules?.length ?? 0;
    const message = missing
      ? `no ${source}: reads are allowed, writes need your approval`
      : `${count} rule${count === 1 ? '' : 's'} in ${source}`;
    return [{ check, status: 'ok', message, fix: null }];
  } catch (error) {
    // The packages have a check of their own.
    if (!(error instanceof PolicyError)) return [];
    return error.problems.map((problem) => ({
      check,
      status: 'problem',
      message: `${error.source}: ${problem}`,
      fix: `edit ${error.source}`,
    }));
  }
};
