import type { ParamModel } from '../../model/model.js';

/** Says which other spellings are accepted for which values: as many as `most`, and how many more there are. */
export function describeSpellings(values: NonNullable<ParamModel['values']>, most = Infinity): string {
  const all = Object.entries(values).map(([spelling, value]) => [code(spelling), code(value)] as const);
  const [first, ...others] = all.length > most ? all.slice(0, most - 1) : all;
  const list = [
    `${first![0]} is also accepted for ${first![1]}`,
    ...others.map((pair) => pair.join(' for ')),
  ];
  if (list.length < all.length) list.push(`and ${all.length - list.length} more`);
  return `${list.join(', ')}.`;
}

const code = (text: string) => `\`${text}\``;
