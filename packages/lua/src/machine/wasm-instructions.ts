import { constant } from './wasm-bytes.js';

/** The instructions of WebAssembly that `inner-module.ts` uses, in the order of the stack: values before what takes them. */
export const get = (local: number): number[] => [0x20, local];
export const set = (local: number): number[] => [0x21, local];
export const tee = (local: number): number[] => [0x22, local];
export const getConstant = (index: number): number[] => [0x23, index];
export const call = (fn: number): number[] => [0x10, fn];
/** Calls the function that the number on the stack points to. */
export const callIndirect = (type: number): number[] => [0x11, type, 0x00];
/** A number of 32 bits in memory, at an offset from an address on the stack. */
export const loadAt = (offset: number): number[] => [0x28, 2, offset];
export const storeAt = (offset: number): number[] => [0x36, 2, offset];
/** Runs the body when the number on the stack is not 0. */
export const when = (...body: number[][]): number[] => [0x04, 0x40, ...body.flat(), 0x0b];
export const zero = constant(0);
export const isZero = [0x45];
export const isGreater = [0x4b];
export const add = [0x6a];
export const subtract = [0x6b];
export const and = [0x71];
/** Cuts 64 bits to 32, and extends 32 to 64 by their sign. */
export const toI32 = [0xa7];
export const toI64 = [0xac];
/** Whether two numbers of 64 bits differ. */
export const differ64 = [0x52];
export const leave = [0x0f];
