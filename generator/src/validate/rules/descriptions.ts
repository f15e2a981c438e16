import type { FilePlace } from '../../load/places/place.js';
import type { Rule, SpecContext } from '../context.js';

const longest = { function: 400, param: 200 } as const;

/** Descriptions are one short paragraph of whole sentences. */
export const descriptions: Rule = function* (context) {
  for (const [text, kind, at, before = 0] of described(context)) {
    for (const [rule, help] of brokenRules(text, longest[kind] - before))
      yield { code: 'DESCRIPTION_STYLE', message: `the description ${rule}`, at, help };
  }
};

function* described({
  integration: file,
  functions,
}: SpecContext): Iterable<[text: string, kind: keyof typeof longest, at: FilePlace, before?: number]> {
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

function* brokenRules(text: string, most: number): Iterable<[rule: string, help: string]> {
  if (text.trim() !== text || text === '')
    yield ['begins or ends with white space', 'Remove the white space.'];
  else if (/[\r\n]/.test(text)) yield ['has several lines', 'Join them with `>-`.'];
  else if (!text.endsWith('.')) yield ['does not end with a full stop', 'Add a full stop at the end.'];
  const length = [...text].length;
  if (length <= most) return;
  const help =
    most > 0
      ? `Shorten it by ${length - most} ${length - most === 1 ? 'character' : 'characters'}.`
      : 'Shorten `description`, or remove `important`.';
  yield [`has ${length} characters, and can have at most ${Math.max(most, 0)}`, help];
}
