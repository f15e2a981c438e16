import { sdkNames } from '../../emit/sdk-names.js';
import { identifier } from '../../emit/syntax/typescript.js';
import type { TypeContext } from '../../emit/syntax/typescript-type.js';
import type { IntegrationModel } from '../../model/model.js';

/** Spells references to shared types, and collects them for the module's imports. */
export interface TypeReferences {
  readonly context: TypeContext;
  readonly used: string[];
}

export function typeReferences(model: IntegrationModel): TypeReferences {
  const { types } = sdkNames(model);
  const used: string[] = [];
  const reference = (name: string) => {
    const spelled = types.get(name);
    if (spelled === undefined)
      throw new TypeError(`there is no shared type ${JSON.stringify(name)} in ${model.source}`);
    used.push(spelled);
    return identifier(spelled);
  };
  return { context: { reference }, used };
}
