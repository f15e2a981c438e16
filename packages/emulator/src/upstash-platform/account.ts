import { randomBytes } from 'node:crypto';
import type { RestDatabase } from '../upstash-rest/rest-database.js';

export interface TeamMember {
  readonly email: string;
  /** owner, admin, dev or finance. */
  readonly role: string;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly members: readonly TeamMember[];
}

/** An emulated Upstash account. */
export interface UpstashAccount {
  readonly email: string;
  readonly apiKey: string;
  readonly databases: readonly RestDatabase[];
  readonly teams: readonly Team[];
}

/** The account that every emulator starts with: fixed names and ids, secrets of its own. */
export function seedAccount(): UpstashAccount {
  return {
    email: 'agent@example.com',
    apiKey: secret(),
    databases: [
      seedDatabase(0, '6fb1f2a0-7d4e-4b6e-9a39-0c2f4b1f8a11', 'cache', 'tidy-mole-30121.upstash.io'),
      seedDatabase(1, 'c0a5d3f7-2e61-4f0b-8d0e-51f1a7c3b962', 'sessions', 'brave-otter-20544'),
    ],
    teams: [
      {
        id: '3b0c5b2e',
        name: 'Research',
        members: [
          { email: 'ada@example.com', role: 'owner' },
          { email: 'grace@example.com', role: 'dev' },
        ],
      },
    ],
  };
}

function seedDatabase(index: number, id: string, name: string, endpoint: string): RestDatabase {
  return { id, name, endpoint, index, password: secret(), token: secret(), readOnlyToken: secret() };
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}
