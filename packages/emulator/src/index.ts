export { startEmulator } from './start-emulator.js';
export type {
  EmulatedDatabase,
  Emulator,
  EmulatorEndpoint,
  EmulatorOptions,
  EmulatorRequest,
  StartRedisControl,
} from './emulator.js';
