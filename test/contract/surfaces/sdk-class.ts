import type { IntegrationModel } from '@kosmokrator/generator';
import { packageModule } from '@kosmokrator/testing/repository';

/** The class that a generated package exports. Its spelling, the vendor's, is known to the package only. */
export async function sdkClass<Class>({ name, words }: IntegrationModel): Promise<Class> {
  const module = (await import(packageModule(name))) as Record<string, Class>;
  const className = Object.keys(module).find((exported) => exported.toLowerCase() === words.join(''));
  if (className === undefined) throw new Error(`${name} exports no class of its name`);
  return module[className]!;
}

/** A method's name. */
export function camelCase([first = '', ...rest]: readonly string[]): string {
  return first + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}
