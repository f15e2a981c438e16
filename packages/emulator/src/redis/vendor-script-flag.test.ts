import { expect, test } from 'vitest';
import { withoutFunctionFlag } from './vendor-script-flag.js';

const functionWith = (flags: string) =>
  `#!lua name=a\nredis.register_function{function_name='f',callback=function() return {'allow-key-locking','x'} end,${flags}}`;

test("the vendor's flag goes out of the flags of a function, and out of nothing else", () => {
  const code = functionWith("flags={'allow-key-locking','no-writes'}");
  expect(withoutFunctionFlag(code)?.toString()).toBe(functionWith("flags={'no-writes'}"));
  expect(withoutFunctionFlag(functionWith("flags = { 'no-writes' }"))).toBeUndefined();
});
