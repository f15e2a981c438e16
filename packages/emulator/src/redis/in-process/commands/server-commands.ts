import { command, type CommandTable } from './command.js';
import { wrongNumberOfArguments } from '../redis-error.js';

export const serverCommands: CommandTable = {
  ping: command(-1, (_database, args) => {
    if (args.length > 1) throw wrongNumberOfArguments('ping');
    return args[0] ?? 'PONG';
  }),
  echo: command(2, (_database, [message = '']) => message),
  time: command(1, () => {
    const now = Date.now();
    return [String(Math.floor(now / 1000)), String((now % 1000) * 1000)];
  }),
  // The REST API as it is served here has no subscribers.
  publish: command(3, () => 0),
};
