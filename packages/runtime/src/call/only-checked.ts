/**
 * `Type`, without being a place that TypeScript infers a type parameter from: the operation decides, and the arguments
 * are checked against it. `NoInfer` does the same from TypeScript 5.4 on; the declarations support 5.0.
 */
export type OnlyChecked<Type> = [Type][Type extends unknown ? 0 : never];
