import { acceptedSchema } from '../../emit/accepted-schema.js';
import type { Emitted } from '../../emit/emitted.js';
import { mdCell, mdCellCode } from '../../emit/syntax/markdown.js';
import { paramText } from '../../emit/words/param-text.js';
import { luaWords, plainType } from '../../emit/words/schema-rows.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';

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
    description: mdCell(paramText(param, types, luaWords)),
  }));
}
