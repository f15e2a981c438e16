import type { DetailRule } from '@kosmokrator/runtime/parts';
import type { TypeModel } from '../../model/model.js';
import { typeWords } from './json-types.js';
import { type PromisedShape, promisedShape } from './promised-shape.js';

/**
 * What a schema demands below a value: of the members that it requires and of the items of lists, at any depth. A type
 * inside of itself is followed no further.
 */
export function heldRules(
  place: readonly string[],
  shape: PromisedShape,
  shared: readonly TypeModel[],
  within: readonly string[] = [],
): DetailRule[] {
  if (shape.names.some((name) => within.includes(name))) return [];
  const names = [...within, ...shape.names];
  const below = (step: string, schema: unknown) => {
    const promised = promisedShape(schema, shared);
    return [valueRule([...place, step], promised), ...heldRules([...place, step], promised, shared, names)];
  };
  const members = shape.required.flatMap(([name, schema]) => below(name, schema));
  return shape.items === undefined ? members : [...members, ...below('[*]', shape.items)];
}

/** The rule for a value itself: the values that it can have, or its types. */
export function valueRule(place: readonly string[], { types, values }: PromisedShape): DetailRule {
  return [values ?? typeWords(types), ...place];
}
