/** A region under PlanetScale's own slug. */
export interface Region {
  readonly slug: string;
  readonly displayName: string;
  readonly location: string;
}

// Source: https://planetscale.com/docs/plans/regions
const rows = [
  ['us-east', 'AWS us-east-1', 'Ashburn, Virginia'],
  ['us-west', 'AWS us-west-2', 'Portland, Oregon'],
  ['eu-west', 'AWS eu-west-1', 'Dublin, Ireland'],
  ['eu-central', 'AWS eu-central-1', 'Frankfurt, Germany'],
  ['ap-south', 'AWS ap-south-1', 'Mumbai, India'],
  ['ap-southeast', 'AWS ap-southeast-1', 'Singapore'],
  ['ap-northeast', 'AWS ap-northeast-1', 'Tokyo, Japan'],
  ['aws-us-east-2', 'AWS us-east-2', 'Columbus, Ohio'],
  ['aws-ca-central-1', 'AWS ca-central-1', 'Montreal, Canada'],
  ['aws-sa-east-1', 'AWS sa-east-1', 'Sao Paulo, Brazil'],
  ['aws-eu-west-2', 'AWS eu-west-2', 'London, United Kingdom'],
  ['aws-ap-southeast-2', 'AWS ap-southeast-2', 'Sydney, Australia'],
] as const;

export const defaultRegion: Region = toRegion(rows[0]);

/** The region with this slug; `us-east-1` is none. */
export function findRegion(slug: string): Region | undefined {
  const row = rows.find((candidate) => candidate[0] === slug);
  return row === undefined ? undefined : toRegion(row);
}

function toRegion([slug, displayName, location]: (typeof rows)[number]): Region {
  return { slug, displayName, location };
}
