import type { ParamModel } from '../model/model.js';

/** Whether a description tells what holds without the param: then its default is not said again. */
export function tellsDefault({ description }: ParamModel): boolean {
  return /\bDefault: /.test(description);
}
