/** How a JMESPath function is called. */
export interface FunctionSignature {
  /** The function of `@kosmokrator/runtime/select` that does it. */
  readonly helper: string;
  readonly min: number;
  readonly max: number;
  /** The argument that is a `&expression`, counted from 0. */
  readonly reference?: number;
}

function takes(helper: string, min: number, max = min, reference?: number): FunctionSignature {
  return { helper, min, max, ...(reference === undefined ? {} : { reference }) };
}

/** The functions of the standard, and the community edition's for text, pairs and groups. */
export const functions: ReadonlyMap<string, FunctionSignature> = new Map(
  Object.entries({
    abs: takes('abs', 1),
    avg: takes('avg', 1),
    ceil: takes('ceil', 1),
    contains: takes('contains', 2),
    ends_with: takes('endsWith', 2),
    find_first: takes('findFirst', 2, 4),
    find_last: takes('findLast', 2, 4),
    floor: takes('floor', 1),
    from_items: takes('fromItems', 1),
    group_by: takes('groupBy', 2, 2, 1),
    items: takes('items', 1),
    join: takes('join', 2),
    keys: takes('keys', 1),
    length: takes('length', 1),
    lower: takes('lower', 1),
    map: takes('map', 2, 2, 0),
    max: takes('max', 1),
    max_by: takes('maxBy', 2, 2, 1),
    merge: takes('merge', 1, Infinity),
    min: takes('min', 1),
    min_by: takes('minBy', 2, 2, 1),
    not_null: takes('notNull', 1, Infinity),
    pad_left: takes('padLeft', 2, 3),
    pad_right: takes('padRight', 2, 3),
    replace: takes('replace', 3, 4),
    reverse: takes('reverse', 1),
    sort: takes('sort', 1),
    sort_by: takes('sortBy', 2, 2, 1),
    split: takes('split', 2, 3),
    starts_with: takes('startsWith', 2),
    sum: takes('sum', 1),
    to_array: takes('toArray', 1),
    to_number: takes('toNumber', 1),
    to_string: takes('toString', 1),
    trim: takes('trim', 1, 2),
    trim_left: takes('trimLeft', 1, 2),
    trim_right: takes('trimRight', 1, 2),
    type: takes('type', 1),
    upper: takes('upper', 1),
    values: takes('values', 1),
    zip: takes('zip', 1, Infinity),
  }),
);
