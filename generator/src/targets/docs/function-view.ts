import { acceptedSchema } from '../../emit/accepted-schema.js';
import type { Emitted } from '../../emit/emitted.js';
import { mdCell, mdCellCode, mdCode, mdText } from '../../emit/syntax/markdown.js';
import type { FunctionModel, IntegrationModel, ParamModel } from '../../model/model.js';
import { resultText, typeText, type Words } from '../../emit/words/schema-rows.js';
import { spellAbsence } from '../../emit/words/spell-absence.js';

/** What every page says of a function; the pages add their own examples. */
export interface FunctionView {
  /** The name by which the page's surface calls the function. */
  readonly name: Emitted;
  readonly description: Emitted;
  readonly params: readonly ParamView[];
  readonly hasParams: boolean;
  /** What is returned, in a sentence, unless it is an object with known fields. */
  readonly returns: Emitted;
  readonly hasReturns: boolean;
  readonly hasFields: boolean;
  readonly fields: readonly {
    readonly path: Emitted;
    readonly type: Emitted;
    readonly description: Emitted;
  }[];
}

export interface ParamView {
  readonly name: Emitted;
  readonly type: Emitted;
  readonly required: Emitted;
  readonly preset: Emitted;
  readonly description: Emitted;
}

export function functionView(
  integration: IntegrationModel,
  fn: FunctionModel,
  name: string,
  words: Words,
): FunctionView {
  const { intro, rows } = resultText(fn.returns, integration.types, words);
  return {
    name: mdCode(name),
    description: mdText(spellAbsence(fn.description, words)),
    params: fn.params.map((param) => paramView(param, integration, words)),
    hasParams: fn.params.length > 0,
    returns: mdText(spellAbsence(intro, words)),
    hasReturns: intro !== '',
    hasFields: rows.length > 0,
    fields: rows.map(({ path, type, description }) => ({
      path: mdCellCode(path),
      type: mdCell(type),
      description: cell(spellAbsence(description, words)),
    })),
  };
}

function paramView(param: ParamModel, { types }: IntegrationModel, words: Words): ParamView {
  return {
    name: mdCellCode(param.name),
    type: mdCell(typeText(acceptedSchema(param), types, words)),
    required: mdCell(param.required ? 'yes' : 'no'),
    preset: mdCellCode(presetText(param)),
    description: cell(spellAbsence(param.description, words)),
  };
}

function presetText({ default: preset, generate }: ParamModel): string {
  if (generate !== undefined) return 'a new UUID for each call';
  return preset === undefined ? '' : JSON.stringify(preset);
}

/** A cell that may be empty. */
function cell(text: string): Emitted {
  return text.trim() === '' ? mdCellCode('') : mdCell(text);
}
