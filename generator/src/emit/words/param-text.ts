import type { ParamModel, TypeModel } from '../../model/model.js';
import { tellsDefault } from '../tells-default.js';
import { boundsText, jsonCode, type Words } from './schema-rows.js';
import { spellAbsence } from './spell-absence.js';

/** What a param is for, then its limits and its default, each as a sentence. */
export function paramText(param: ParamModel, types: readonly TypeModel[], words: Words): string {
  const description = spellAbsence(param.description, words);
  return [description, ...boundsText(param.schema, types).map(sentence), ...presetText(param)].join(' ');
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
