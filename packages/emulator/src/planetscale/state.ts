import { randomBytes } from 'node:crypto';
import type { Region } from './regions.js';

export type Engine = 'mysql' | 'postgresql';

export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly production: boolean;
  readonly parent: string | null;
  readonly createdAt: string;
}

export interface Database {
  readonly id: string;
  readonly name: string;
  readonly region: Region;
  readonly engine: Engine;
  readonly clusterSize: string;
  readonly notes: string | undefined;
  readonly createdAt: string;
  readonly branches: readonly Branch[];
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly databases: Database[];
}

/** All that the PlanetScale service remembers. */
export interface PlanetscaleState {
  readonly organizations: readonly Organization[];
}

const seededAt = '2026-01-05T09:00:00.000Z';

/** Organization `my-org` with database `my-database`, its production branch `main` and development branch `try-index`. */
export function seedState(region: Region): PlanetscaleState {
  const database = createDatabase({ name: 'my-database', region, createdAt: seededAt });
  const branch = { id: newId(), name: 'try-index', production: false, parent: 'main', createdAt: seededAt };
  const seeded = { ...database, branches: [...database.branches, branch] };
  return {
    organizations: [{ id: newId(), name: 'my-org', createdAt: seededAt, databases: [seeded] }],
  };
}

/** A database with its production branch `main`. */
export function createDatabase(given: Partial<Database> & Pick<Database, 'name' | 'region'>): Database {
  const createdAt = given.createdAt ?? new Date().toISOString();
  const main = { id: newId(), name: 'main', production: true, parent: null, createdAt };
  return {
    id: newId(),
    engine: 'mysql',
    clusterSize: 'PS_10',
    notes: undefined,
    branches: [main],
    ...given,
    createdAt,
  };
}

/** Short lowercase ids, as the vendor's are. */
export function newId(): string {
  return BigInt(`0x1${randomBytes(8).toString('hex')}`)
    .toString(36)
    .slice(0, 12);
}
