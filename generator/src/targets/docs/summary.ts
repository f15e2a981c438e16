import type { AuthModel, ExampleModel, FunctionModel, IntegrationModel } from '../../model/model.js';

const authWords: Readonly<Record<AuthModel['kind'], string>> = {
  bearer: 'bearer token',
  basic: 'user name and password (HTTP Basic)',
  header: 'key in a header',
  query: 'key in the query',
  none: 'none',
};

/** `7 functions: 5 read, 2 write.` */
export function countText({ functions }: IntegrationModel): string {
  const reads = functions.filter(({ kind }) => kind === 'read').length;
  const total = `${functions.length} function${functions.length === 1 ? '' : 's'}`;
  return `${total}: ${reads} read, ${functions.length - reads} write.`;
}

/** `Authentication: bearer token, user name and password (HTTP Basic).` Each kind once, in the order of the spec. */
export function authText({ apis }: IntegrationModel): string {
  const kinds = apis.flatMap(({ auth }) => auth.map(({ kind }) => authWords[kind]));
  return `Authentication: ${[...new Set(kinds)].join(', ') || authWords.none}.`;
}

/** The function and example that a page shows first: a read that takes arguments, if there is one. */
export function leadExample({ functions }: IntegrationModel): LeadExample | undefined {
  const all = functions.flatMap((fn) => fn.examples.map((example) => ({ fn, example })));
  const good = all.filter(({ example }) => example.error === undefined);
  const reads = good.filter(({ fn }) => fn.kind === 'read');
  return reads.find(({ example }) => Object.keys(example.args).length > 0) ?? reads[0] ?? good[0];
}

export interface LeadExample {
  readonly fn: FunctionModel;
  readonly example: ExampleModel;
}
