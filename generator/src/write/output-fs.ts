import nodeFs from 'node:fs';

/**
 * What writing needs of `node:fs`. Synchronous, since for many small files that is several
 * times cheaper than a trip through the thread pool. Tests inject one that fails.
 */
export type OutputFs = Pick<
  typeof nodeFs,
  | 'existsSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'renameSync'
  | 'rmSync'
  | 'rmdirSync'
  | 'writeFileSync'
>;

export const diskFs: OutputFs = nodeFs;
