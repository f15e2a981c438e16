import { UsageError } from '../errors/usage-error.js';

const name = '@kosmokrator/emulator';

/** The emulator is for trying and testing integrations, so people who only call them need not install it. */
export async function loadEmulator(): Promise<typeof import('@kosmokrator/emulator')> {
  try {
    return await import('@kosmokrator/emulator');
  } catch (error) {
    if (!isAbsent(error)) throw error;
    throw new UsageError(
      `the emulator is not installed. Install it where kosmo is installed: npm install ${name} (with -g for a global kosmo)`,
    );
  }
}

/** An emulator that is there, and lacks something of its own, is another fault. */
function isAbsent(error: unknown): boolean {
  const { code, message = '' } = error as NodeJS.ErrnoException;
  return code === 'ERR_MODULE_NOT_FOUND' && message.includes(`'${name}'`);
}
