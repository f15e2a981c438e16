import { acceptedSchema } from '../../emit/accepted-schema.js';
import type { Emitted } from '../../emit/emitted.js';
import { mdCell, mdCellCode } from '../../emit/syntax/markdown.js';
import { tellsDefault } from '../../emit/tells-default.js';
import type { FunctionModel, IntegrationModel, ParamModel } from '../../model/model.js';
import { boundsText, jsonCode, luaWords, plainType } from '../../emit/words/schema-rows.js';

/** A row of a parameter table on the Lua page: limits and default stand in the description. */
export interface LuaParamView {
  readonly name: Emitted;
  readonly type: Emitted;
  readonly required: Emitted;
  readonly description: Emitted;
}

export function luaParams({ types }: IntegrationModel, { params }: FunctionModel): LuaParamView[] {
  return params.map((param) => ({
    name: mdCellCode(param.name),
    type: mdCell(plainType(acceptedSchema(param), types, luaWords)),
    required: mdCell(param.required ? 'yes' : 'no'),
    description: mdCell(
      [param.description, ...boundsText(param.schema, types).map(sentence), ...presetText(param)].join(' '),
    ),
  }));
}

/** `1 to 100` → `1 to 100.`, `not empty` → `Not empty.` */
function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

function presetText(param: ParamModel): string[] {
  const { default: preset, generate } = param;
  if (tellsDefault(param)) return [];
  if (generate !== undefined) return ['Default: a new UUID for each call.'];
  return preset === undefined ? [] : [`Default: ${jsonCode(preset)}.`];
}
