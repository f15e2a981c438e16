import { type Project, projectFields } from '../../emit/package/project.js';
import { provenance } from '../../emit/provenance.js';
import type { IntegrationModel } from '../../model/model.js';

/** The package's `package.json`. Its version is the release tool's. */
export function packageJson(
  { name, title, description, category, version, source }: IntegrationModel,
  project: Project,
): object {
  return {
    '//': provenance({ source }),
    name: `@kosmokrator/${name}`,
    version,
    description: `${title}: ${description}`,
    keywords: ['kosmokrator', 'integration', 'sdk', 'mcp', 'lua', category, name],
    ...projectFields(project, name),
    license: 'MIT',
    files: ['dist', 'docs', 'lua', 'mcp', 'skills', 'manifest.json', 'reference.json', 'schemas.json'],
    type: 'module',
    sideEffects: false,
    exports: {
      '.': compiled('index'),
      './functions/*': compiled('functions/*'),
      './operations': compiled('operations'),
      './manifest.json': './manifest.json',
      './reference.json': './reference.json',
      './schemas.json': './schemas.json',
      './mcp/*': './mcp/*',
      './lua/*': './lua/*',
      './package.json': './package.json',
    },
    scripts: { build: 'tsc -p tsconfig.json' },
    dependencies: { '@kosmokrator/runtime': 'workspace:^' },
    engines: { node: '>=20' },
  };
}

function compiled(module: string): object {
  return { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` };
}
