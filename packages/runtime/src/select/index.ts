/**
 * What compiled JMESPath expressions are made of. Each takes any value, reads own
 * properties only and changes nothing. A function that gets a value of a type that it
 * cannot take throws a `SelectError`.
 */
export { endsWith, startsWith } from './affix.js';
export { at } from './at.js';
export { contains, containsText } from './contains.js';
export { notNull, toArray, toNumber, toString, type } from './convert.js';
export { equal } from './equal.js';
export { max, maxBy, min, minBy } from './extreme.js';
export { findFirst, findLast } from './find.js';
export { flatten } from './flatten.js';
export { get } from './get.js';
export { groupBy } from './group-by.js';
export { join } from './join.js';
export { length } from './length.js';
export { lower, upper } from './letter-case.js';
export { map } from './map.js';
export { fromItems, items, keys, values } from './members.js';
export { merge } from './merge.js';
export { greater, greaterOrEqual, less, lessOrEqual } from './order.js';
export { padLeft, padRight } from './pad.js';
export { pipe, within } from './pipe.js';
export { filter, project, projectValues } from './project.js';
export { replace } from './replace.js';
export { reverse } from './reverse.js';
export { abs, ceil, floor } from './round.js';
export { SelectError } from './select-error.js';
export { slice } from './slice.js';
export { sort, sortBy } from './sort.js';
export { split } from './split.js';
export { avg, sum } from './sum.js';
export { trim, trimLeft, trimRight } from './trim.js';
export { and, or, truthy } from './truthy.js';
export { zip } from './zip.js';
