/** A line for the end of a module: `globalThis.loadedModules` then has `upstash/functions/get_key.js` once it is loaded. */
export function noteLoaded(integration: string, module: string): string {
  return `\n(globalThis.loadedModules ??= []).push('${integration}/${module}');\n`;
}
