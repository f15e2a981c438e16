import { UsageError } from '../errors/usage-error.js';

/** A compiled JMESPath expression. Gives null where it leads nowhere. */
export type Query = (data: unknown) => unknown;

/**
 * Compiles an expression; undefined for none. Throws a UsageError that says what is wrong with it, and so does the query
 * where the data is not what a function of it takes.
 */
export async function compileQuery(text: string | undefined): Promise<Query | undefined> {
  if (text === undefined) return undefined;
  const { compile, TreeInterpreter } = await import('@jmespath-community/jmespath');
  type Json = Parameters<typeof TreeInterpreter.search>[1];
  const tell = <T>(problem: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new UsageError(`--query ${problem}: ${(error as Error).message}`);
    }
  };
  const tree = tell('is not JMESPath', () => compile(text));
  return (data) =>
    tell('does not fit the data', () => TreeInterpreter.search(tree, (data ?? null) as Json) ?? null);
}
