// `pnpm pack` and `pnpm publish` ask here for the package.json to pack. What concerns the whole project stands once, in the
// root's, and comes into each package on the way. Generated packages have it already.
const { readFileSync } = require('node:fs');
const { join, relative } = require('node:path');

function beforePacking(manifest, folder) {
  const { repository, homepage, bugs } = JSON.parse(readFileSync(join(__dirname, 'package.json'), 'utf8'));
  return addProject(manifest, relative(__dirname, folder), { repository, homepage, bugs });
}

/** Fields that the root does not have are left out. */
function addProject(manifest, path, { repository, homepage, bugs }) {
  const url = typeof repository === 'string' ? repository : repository?.url;
  return {
    ...manifest,
    ...(url && { repository: { type: 'git', url, directory: path.replaceAll('\\', '/') } }),
    ...(homepage && { homepage }),
    ...(bugs && { bugs }),
  };
}

module.exports = { hooks: { beforePacking }, addProject };
