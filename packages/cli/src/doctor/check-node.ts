import satisfies from 'semver/functions/satisfies.js';
import type { Check } from './finding.js';
import { readOwnPackage } from '../own-package.js';

/** Releases of Node that get long-term support, which kosmo is tested on. */
const tested = ['20', '22', '24'];

export const checkNode: Check = ({ nodeVersion }) => {
  const check = 'node';
  const { engines } = readOwnPackage();
  if (!satisfies(nodeVersion, engines.node))
    return [
      {
        check,
        status: 'problem',
        message: `Node ${nodeVersion} is too old: kosmo needs ${engines.node}`,
        fix: 'install a newer Node, such as 24',
      },
    ];
  const major = /^v(\d+)/.exec(nodeVersion)?.[1] ?? '';
  if (!tested.includes(major))
    return [
      {
        check,
        status: 'warning',
        message: `Node ${nodeVersion} is not one that kosmo is tested on`,
        fix: `install Node ${tested.join(', ')} if something fails`,
      },
    ];
  return [{ check, status: 'ok', message: `Node ${nodeVersion}`, fix: null }];
};
