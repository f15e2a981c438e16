import { operations } from './leaky-operations.js';
import { misbehaviours } from './leaky-server.js';

/** Each way to misbehave that has an end. */
export const ways = Object.keys(misbehaviours).filter((way) => way !== 'hang');

/** The ways to try with a function. A call that hangs takes its whole time: two of them are enough. */
export const waysOf = (name: string): readonly string[] =>
  /get_query|set_bearer/.test(name) ? [...ways, 'hang'] : ways;

/** The APIs whose base URL a host may set, so that their requests reach the leaky server. */
export const servedApis = ['bearer', 'basic', 'header', 'pair', 'query'];

export const functions = Object.keys(operations);
