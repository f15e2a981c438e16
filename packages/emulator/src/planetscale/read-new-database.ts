import { PlanetscaleRefusal, unprocessable } from './errors.js';
import { defaultRegion, findRegion } from './regions.js';
import { createDatabase, type Database, type Engine, type Organization } from './state.js';

const engines: readonly string[] = ['mysql', 'postgresql'] satisfies Engine[];

/**
 * The database that a create request asks for, or a refusal. Without `cluster_size` the smallest one is taken: the
 * vendor's document requires it, its command-line client may leave it out.
 */
export function readNewDatabase(body: Buffer, organization: Organization): Database {
  const fields = parseFields(body);
  const name = textField(fields, 'name');
  if (name === undefined || name === '') throw unprocessable("Name can't be blank");
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) {
    throw unprocessable('Name must contain lowercase letters, digits and hyphens only');
  }
  if (organization.databases.some((database) => database.name === name)) {
    throw unprocessable('Name has already been taken');
  }
  const slug = textField(fields, 'region');
  const region = slug === undefined ? defaultRegion : findRegion(slug);
  if (region === undefined) throw unprocessable('Region is not a known region slug');
  const kind = textField(fields, 'kind') ?? 'mysql';
  if (!engines.includes(kind)) throw unprocessable('Kind must be mysql or postgresql');
  const clusterSize = textField(fields, 'cluster_size') ?? 'PS_10';
  return createDatabase({
    name,
    region,
    engine: kind as Engine,
    clusterSize,
    notes: textField(fields, 'notes'),
  });
}

function parseFields(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString());
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Answered below, as any other body that is no object.
  }
  throw new PlanetscaleRefusal(400, 'bad_request', 'The request body must be a JSON object');
}

function textField(fields: Record<string, unknown>, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw unprocessable(`${name} must be a string`);
}
