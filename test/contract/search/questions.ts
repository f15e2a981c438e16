import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Where the functions are that questions ask for: the repository's own integrations, small services of the test, drafts. */
export type Origin = 'installed' | 'small' | 'drafts';

export interface Question {
  readonly question: string;
  /** `upstash.get_key` */
  readonly first: string;
  readonly origin: Origin;
}

/** The questions of one half: `tune`, which the ranking may be tuned on, or `held-out`, on which it is measured. */
export function readQuestions(half: 'tune' | 'held-out'): Question[] {
  const text = readFileSync(new URL(`${half}.yaml`, import.meta.url), 'utf8');
  const origins = Object.entries(parse(text) as Record<Origin, Record<string, string[]>>);
  return origins.flatMap(([origin, functions]) =>
    Object.entries(functions).flatMap(([first, questions]) =>
      questions.map((question) => ({ question, first, origin: origin as Origin })),
    ),
  );
}
