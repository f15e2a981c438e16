import { jsonFile } from '../../emit/syntax/json.js';
import { defineTarget } from '../../emit/target.js';
import { loadTemplate } from '../../emit/template.js';
import { manifest } from './manifest.js';
import { packageJson } from './package-json.js';
import { readmeView, type ReadmeView } from './readme-view.js';
import { schemas } from './schemas.js';
import { tsconfigView, type TsconfigView } from './tsconfig-view.js';

const renderReadme = loadTemplate<ReadmeView>(import.meta.url, 'readme');
const renderTsconfig = loadTemplate<TsconfigView>(import.meta.url, 'tsconfig');
const renderLicense = loadTemplate<object>(import.meta.url, 'license');

/** What makes the other targets' files a package: how it is built and published, and what hosts read of it. */
export default defineTarget({
  name: 'package',
  *emit(model, project = {}) {
    yield { path: 'package.json', content: jsonFile(packageJson(model, project)) };
    yield { path: 'tsconfig.json', content: renderTsconfig(tsconfigView(model)) };
    yield { path: 'README.md', content: renderReadme(readmeView(model, project)) };
    yield { path: 'LICENSE', content: renderLicense({}) };
    yield { path: 'manifest.json', content: jsonFile(manifest(model)) };
    yield { path: 'schemas.json', content: jsonFile(schemas(model)) };
  },
});
