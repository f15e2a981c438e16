import { printObject } from '../../javascript/literal.js';
import { printString } from '../../javascript/string.js';
import type { StepModel } from '../../model/model.js';
import { formOf, type RequestTemplate, templateNames } from '../../spec/template.js';
import { type RequestPlace, slot, templateCode } from './template-code.js';

/** What a path may hold unencoded besides what `encodeURIComponent` leaves (RFC 3986, section 3.3). */
const pathCharacters = /%(3A|40|24|26|2B|2C|3B|3D)/g;

/** Path and query of a request, as a function that encodes the values in them. */
export function pathCode(step: Pick<StepModel, 'path' | 'query'>, place: RequestPlace): string {
  const path = wellFormed(step.path);
  const query = wellFormed(step.query);
  const segments = path.map((segment) => segmentText(segment, place));
  const text = `/${segments.join('/')}${queryText(query, place)}`;
  // What stands in it besides placeholders is percent-encoded: no quote, backtick, backslash or brace.
  return slot(text.includes('${') ? `\`${text}\`` : printString(text));
}

function segmentText(segment: RequestTemplate, { call }: RequestPlace): string {
  const form = formOf(segment);
  if (form.kind === 'placeholder') return `\${${call('segment', 'value', printString(form.name))}}`;
  if (form.kind !== 'text') return encodeLiteral(String(segment));
  const literals = [''];
  const names: string[] = [];
  for (const part of form.parts) {
    if (typeof part === 'string') literals.push(literals.pop() + encodeLiteral(part));
    else {
      names.push(printString(part.$value));
      literals.push('');
    }
  }
  return `\${${call('joinedSegment', 'value', `[${literals.map(printString).join(', ')}]`, ...names)}}`;
}

function queryText(query: StepModel['query'], place: RequestPlace): string {
  const members = Object.entries(query);
  if (members.length === 0) return '';
  const isFixed = members.every(
    ([, template]) => typeof template !== 'object' && templateNames(template).length === 0,
  );
  if (isFixed)
    return `?${members.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`).join('&')}`;
  const printed = members.map(([key, template]): [string, string] => [key, templateCode(template, place)]);
  return `\${${place.call('query', printObject(printed))}}`;
}

function encodeLiteral(text: string): string {
  return encodeURIComponent(text).replace(pathCharacters, decodeURIComponent);
}

/** Half of a surrogate pair cannot be encoded: the same value with a replacement character in place of each. */
function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/\p{Cs}/gu, '\ufffd') as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  return Object.fromEntries(Object.entries(value).map(wellFormed)) as T;
}
