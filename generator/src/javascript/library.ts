import * as parts from '@kosmokrator/runtime/parts';

/** The parts of the runtime by name. A copy: reading from the module's namespace takes many times longer. */
export const partsLibrary: Readonly<Record<string, unknown>> = { ...parts };
