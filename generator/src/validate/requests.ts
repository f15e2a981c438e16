import type { FunctionSpec, RequestSpec, ResponseSpec, SpecPath, StepSpec } from '../spec/spec.js';

/** One request of a function, wherever it stands. */
export interface RequestUse {
  readonly request: RequestSpec;
  /** Where `request` stands in the file. */
  readonly path: SpecPath;
  /** Where the function or the step stands that the request belongs to. */
  readonly holder: SpecPath;
  readonly response: ResponseSpec | undefined;
  readonly api: string | undefined;
  readonly step: StepSpec | undefined;
}

export function requestsOf(spec: FunctionSpec): RequestUse[] {
  const { request, response, api } = spec;
  if (request) return [{ request, path: ['request'], holder: [], response, api, step: undefined }];
  return (spec.steps ?? []).map((step, index) => ({
    request: step.request,
    path: ['steps', index, 'request'],
    holder: ['steps', index],
    response: step.response,
    api: step.api,
    step,
  }));
}
