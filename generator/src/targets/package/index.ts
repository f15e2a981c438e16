import { jsonFile } from '../../emit/syntax/json.js';
import { defineTarget } from '../../emit/target.js';
import { manifest } from './manifest.js';
import { packageJson } from './package-json.js';
import { readmeView, type ReadmeView } from './readme-view.js';
import { schemas } from './schemas.js';
import { tsconfigView, type TsconfigView } from './tsconfig-view.js';

/** What makes the other targets' files a package: how it is built and published, and what hosts read of it. */
export default defineTarget((template) => {
  const renderReadme = template<ReadmeView>('readme');
  const renderTsconfig = template<TsconfigView>('tsconfig');
  const renderLicense = template<object>('license');
  return {
    name: 'package',
    *emit(model, project = {}) {
      yield { path: 'package.json', content: jsonFile(packageJson(model, project)) };
      yield { path: 'tsconfig.json', content: renderTsconfig(tsconfigView(model)) };
      yield { path: 'README.md', content: renderReadme(readmeView(model, project)) };
      yield { path: 'LICENSE', content: renderLicense({}) };
      yield { path: 'manifest.json', content: jsonFile(manifest(model)) };
      yield { path: 'schemas.json', content: jsonFile(schemas(model)) };
    },
  };
});
