import type { Place } from '../../load/place.js';
import type { Rule, SpecContext } from '../context.js';

const longest = { function: 400, param: 200 } as const;

/** Descriptions are one short paragraph of whole sentences. */
export const descriptions: Rule = function* (context) {
  for (const [text, kind, at, before = 0] of described(context)) {
    const rule = brokenRule(text, longest[kind] - before);
    if (rule !== undefined) yield { code: 'DESCRIPTION_STYLE', message: `the description ${rule}`, at };
  }
};

function* described({
  integration: file,
  functions,
}: SpecContext): Iterable<[text: string, kind: keyof typeof longest, at: Place, before?: number]> {
  yield [file.value.description, 'function', { file, path: ['description'] }];
  for (const [name, { description }] of Object.entries(file.value.credentials ?? {})) {
    yield [description, 'param', { file, path: ['credentials', name, 'description'] }];
  }
  for (const fn of functions) {
    const { description: first, important } = fn.value;
    yield [first, 'function', { file: fn, path: ['description'] }];
    // What is shown is the two together.
    if (important !== undefined) {
      yield [important, 'function', { file: fn, path: ['important'] }, first.length + 1];
    }
    for (const [name, { description }] of Object.entries(fn.value.params ?? {})) {
      yield [description, 'param', { file: fn, path: ['params', name, 'description'] }];
    }
  }
}

function brokenRule(text: string, most: number): string | undefined {
  if (text.trim() !== text || text === '') return 'begins or ends with white space';
  if (/[\r\n]/.test(text)) return 'has several lines; join them with `>-`';
  if (!text.endsWith('.')) return 'does not end with a full stop';
  const length = [...text].length;
  return length > most ? `has ${length} characters, and can have at most ${most}` : undefined;
}
