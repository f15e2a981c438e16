import { estimateTokens } from './estimate-tokens.js';

/** How much of an integration a skill tells. */
export interface Detail {
  /** Each with its signature and what it does, with its signature, by name, or how many there are. */
  readonly functions: 'described' | 'signatures' | 'names' | 'counts';
  readonly examples: number;
  readonly recipes: boolean;
  /** Long texts and lists are cut. */
  readonly brief: boolean;
}

/** From the most that a skill tells to the least. */
export const details: readonly Detail[] = [
  { functions: 'described', examples: 2, recipes: true, brief: false },
  { functions: 'described', examples: 1, recipes: true, brief: false },
  { functions: 'signatures', examples: 1, recipes: true, brief: false },
  { functions: 'names', examples: 1, recipes: true, brief: false },
  { functions: 'names', examples: 1, recipes: false, brief: false },
  { functions: 'counts', examples: 1, recipes: false, brief: false },
  { functions: 'counts', examples: 0, recipes: false, brief: true },
];

/** A skill is read whole, beside whatever else the agent has to keep in mind. */
export const most = { tokens: 2000, lines: 500 } as const;

// What every skill says in the same words is estimated a third too high; the tests count what comes of it.
const mostEstimated = most.tokens * 1.15;

export function fits(page: string): boolean {
  return page.split('\n').length <= most.lines && estimateTokens(page, mostEstimated) <= mostEstimated;
}

// "- `f() → any`" and a line break.
const leastOfSignature = 10;

/** The details that a skill of so many functions may have: the others need not be tried. */
export function possibleDetails(functionCount: number): readonly Detail[] {
  if (functionCount * leastOfSignature <= mostEstimated) return details;
  return details.filter(({ functions }) => functions === 'names' || functions === 'counts');
}
