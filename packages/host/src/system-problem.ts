import { getSystemErrorMap } from 'node:util';

/** Where the system's own words say too little, or are about something else. */
const words: Readonly<Record<string, string>> = {
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links form a loop',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is not a folder',
  EROFS: 'the disk is read-only',
};

/** What the system refused, in words without a code: `permission denied`. Undefined for an error that is not from the system. */
export function systemProblem(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, errno, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || typeof errno !== 'number' || syscall === undefined) return undefined;
  return words[code] ?? getSystemErrorMap().get(errno)?.[1];
}

/** An error for people: that of the system in words, with the path that it is about; any other as it is. */
export function describeProblem(error: unknown): string {
  const problem = systemProblem(error);
  if (problem === undefined) return error instanceof Error ? error.message : String(error);
  const { path, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd') return 'the working folder no longer exists: change to another one';
  return `${path ?? `cannot ${syscall}`}: ${problem}`;
}
