import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type Catalog, describeProblem, type InstalledIntegration, loadCatalog } from '@kosmokrator/host';
import satisfies from 'semver/functions/satisfies.js';
import { programFiles } from '../host/program-files.js';
import type { Check, Finding } from './finding.js';

const check = 'packages';
const runtime = '@kosmokrator/runtime';

export const checkPackages: Check = ({ env }) => {
  let catalog: Catalog;
  try {
    catalog = loadCatalog({ env, program: programFiles() });
    const found = [...brokenPackages(catalog), ...shadowedPackages(catalog)];
    const mismatched = catalog.integrations.flatMap(mismatch);
    const all = [...absentFolders(env), ...found, ...mismatched];
    return all.some(({ status }) => status === 'problem') ? all : [...all, summary(catalog)];
  } catch (error) {
    return [
      {
        check,
        status: 'problem',
        message: describeProblem(error),
        fix: 'correct KOSMO_INTEGRATIONS_PATH, or unset it',
      },
    ];
  }
};

function summary({ integrations }: Catalog): Finding {
  const names = integrations.map(({ manifest }) => manifest.name);
  if (names.length === 0)
    return {
      check,
      status: 'warning',
      message: 'no integration is installed',
      fix: 'npm install @kosmokrator/NAME, or trust a folder: kosmo trust FOLDER',
    };
  const shown =
    names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
  return { check, status: 'ok', message: `${names.length} installed: ${shown}`, fix: null };
}

function brokenPackages({ broken }: Catalog): Finding[] {
  return broken.map(({ name, problem }) => ({
    check,
    status: 'problem',
    message: problem,
    fix: `npm install @kosmokrator/${name}`,
  }));
}

function shadowedPackages({ shadowed }: Catalog): Finding[] {
  return shadowed.map(({ name, used, unused }) => ({
    check,
    status: 'warning',
    message: `two packages are called ${name}: ${used} is used, ${unused} is not`,
    fix: `remove one of them`,
  }));
}

/** Folders that are named and are not there: a misspelt one is passed over without a word. */
function absentFolders(env: Parameters<Check>[0]['env']): Finding[] {
  const named = (env['KOSMO_INTEGRATIONS_PATH'] ?? '').split(delimiter).filter(Boolean);
  return named
    .filter((folder) => !existsSync(folder))
    .map((folder) => ({
      check,
      status: 'warning',
      message: `KOSMO_INTEGRATIONS_PATH names ${folder}, which does not exist`,
      fix: 'correct KOSMO_INTEGRATIONS_PATH, or unset it',
    }));
}

/** A package that was made for another runtime than the one that it finds. */
function mismatch({ folder, manifest }: InstalledIntegration): Finding[] {
  const range = (readJson(join(folder, 'package.json')) as Package | undefined)?.dependencies?.[runtime];
  // In a checkout, a package takes whatever runtime is beside it.
  if (range === undefined || range.startsWith('workspace:')) return [];
  const version = (readJson(findRuntime(folder)) as Package | undefined)?.version;
  if (version !== undefined && satisfies(version, range, { includePrerelease: true })) return [];
  const what = version === undefined ? 'is not installed' : `is ${version}`;
  return [
    {
      check,
      status: 'problem',
      message: `${manifest.name} needs ${runtime} ${range}, which ${what}`,
      fix: `npm install @kosmokrator/${manifest.name}@latest ${runtime}@latest`,
    },
  ];
}

interface Package {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function findRuntime(folder: string): string {
  const file = join(folder, 'node_modules', runtime, 'package.json');
  return existsSync(file) || folder === dirname(folder) ? file : findRuntime(dirname(folder));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
