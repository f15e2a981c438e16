import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Check } from './finding.js';

const check = 'clock';
const day = 24 * 3600 * 1000;

/** A clock that is behind makes certificates invalid and accounts live on. `--online` compares it with a service. */
export const checkClock: Check = ({ now }) => {
  const installed = statSync(fileURLToPath(import.meta.url)).mtimeMs;
  if (now() + day > installed)
    return [{ check, status: 'ok', message: new Date(now()).toISOString(), fix: null }];
  return [
    {
      check,
      status: 'problem',
      message: `the clock says ${new Date(now()).toISOString()}, which is before kosmo was installed`,
      fix: 'set the clock of this computer',
    },
  ];
};
