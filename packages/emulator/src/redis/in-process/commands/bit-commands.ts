import { readIndex, readOptions, sliceRange } from './arguments.js';
import { command, type CommandTable } from './command.js';
import { notInProcess, RedisError, syntaxError } from '../redis-error.js';
import { longestFill } from './string-commands.js';

/** Bit 0 is the highest bit of the first byte. */
export const bitCommands: CommandTable = {
  getbit: command(3, (database, [key = '', offset]) => {
    const at = readOffset(offset);
    const byte = (database.read('string', key) ?? '').charCodeAt(at >>> 3);
    return Number.isNaN(byte) ? 0 : (byte >> (7 - (at & 7))) & 1;
  }),
  setbit: command(4, (database, [key = '', offset, bit]) => {
    const at = readOffset(offset);
    if (bit !== '0' && bit !== '1') throw new RedisError('ERR bit is not an integer or out of range');
    const index = at >>> 3;
    if (index >= longestFill) throw notInProcess('texts that long');
    const text = (database.read('string', key) ?? '').padEnd(index + 1, '\0');
    const mask = 1 << (7 - (at & 7));
    const byte = text.charCodeAt(index);
    const changed = bit === '1' ? byte | mask : byte & ~mask;
    database.update(key, text.slice(0, index) + String.fromCharCode(changed) + text.slice(index + 1));
    return (byte & mask) === 0 ? 0 : 1;
  }),
  bitcount: command(-2, (database, [key = '', ...range]) => {
    if (range.length === 1) throw syntaxError();
    if (range.length > 2) readOptions(range.slice(2), {}, { BIT: 'BITCOUNT … BIT', BYTE: 'BITCOUNT … BYTE' });
    const [start = 0, stop = -1] = range.map((text) => readIndex(text));
    const text = database.read('string', key) ?? '';
    if (start < 0 && stop < 0 && start > stop) return 0;
    const bytes = Buffer.from(sliceRange(text, start, Math.max(stop, -text.length)), 'latin1');
    return bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  }),
};

function readOffset(text: string | undefined): number {
  const outOfRange = () => new RedisError('ERR bit offset is not an integer or out of range');
  const offset = readIndex(text, outOfRange);
  if (offset < 0 || offset >= 2 ** 32) throw outOfRange();
  return offset;
}
