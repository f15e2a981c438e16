// From any other language: start the kosmo command, and read the one JSON object that it prints with --json.
//
// Run:    node packages/cli/dist/bin.js emulate -- node examples/command.mjs
// Prints: exit code 0, result {"count":0,"keys":[],"pattern":"*"}
//         exit code 1, error invalid_argument
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const kosmo = fileURLToPath(new URL('../packages/cli/dist/bin.js', import.meta.url));

function runLua(source) {
  const { status, stdout } = spawnSync(process.execPath, [kosmo, 'lua', '--json', '--eval', source], {
    encoding: 'utf8',
  });
  return { status, ...JSON.parse(stdout) };
}

const listed = runLua('return app.integrations.upstash.list_keys()');
console.log(`exit code ${listed.status}, result ${JSON.stringify(listed.result)}`);

const failed = runLua('return app.integrations.upstash.get_key({ kee = "x" })');
console.log(`exit code ${failed.status}, error ${failed.error.code}`);
