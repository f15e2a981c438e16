import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { root } from '../repository.js';

/** A registry on loopback with packages of this repository, packed as they are published. */
export interface PackedRegistry {
  readonly url: string;
  /** A folder with packages installed as npm does it, in `node_modules`. */
  readonly folder: string;
  /** Unpacks packages by name into a folder: `node_modules/@kosmokrator/NAME`. */
  unpack(folder: string, names: readonly string[]): void;
  close(): Promise<void>;
}

interface Packed {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly tarball: Buffer;
}

/** Folders of packages, below `packages`, and those of other packages that they cannot do without. */
const ours = ['cli', 'host', 'runtime', 'lua', 'integrations/upstash'];
const wasmoon = 'lua/node_modules/wasmoon';
const theirs = [
  'cli/node_modules/@jmespath-community/jmespath',
  'cli/node_modules/yaml',
  'host/node_modules/minisearch',
  'lua/node_modules/re2js',
  wasmoon,
  // Beside the package itself, to which the path above is a link.
  relative(
    join(root, 'packages'),
    join(realpathSync(join(root, 'packages', wasmoon)), '../@types/emscripten'),
  ),
  'runtime/node_modules/undici',
];

/** Packs everything and serves it until it is closed. Needs no network. */
export async function startPackedRegistry(): Promise<PackedRegistry> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'kosmo-registry-')));
  const packed = new Map<string, Packed>();
  for (const { path, files } of [...ours.map(listPublished), ...theirs.map(listWhole)]) {
    const { manifest, tarball } = pack(join(root, 'packages', path), files, scratch);
    packed.set(String(manifest['name']), { manifest, tarball });
  }
  const server = createServer(({ url = '' }, response) => {
    const path = decodeURIComponent(url.slice(1));
    const found = packed.get(path.replace(/\.tgz$/, ''));
    if (found && path.endsWith('.tgz')) return void response.end(found.tarball);
    response.statusCode = found ? 200 : 404;
    response.end(JSON.stringify(found ? packument(found, origin()) : {}));
  });
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: origin(),
    folder: scratch,
    unpack(folder, names) {
      for (const name of names) {
        const to = join(folder, 'node_modules', name);
        mkdirSync(to, { recursive: true });
        const input = packed.get(name)!.tarball;
        execFileSync('tar', ['-xzf', '-', '-C', to, '--strip-components', '1'], { input });
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(scratch, { recursive: true });
    },
  };
}

/** What npm publishes of a folder. */
function listPublished(path: string): { path: string; files: string[] } {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const listed = execFileSync('npm', args, { cwd: join(root, 'packages', path), encoding: 'utf8' });
  const [{ files }] = JSON.parse(listed) as [{ files: { path: string }[] }];
  return { path, files: files.map((file) => file.path) };
}

function listWhole(path: string): { path: string; files: string[] } {
  return { path, files: ['.'] };
}

/** Only the packages of this registry stay as what one depends on. */
function pack(folder: string, files: readonly string[], scratch: string): Packed {
  const {
    dependencies = {},
    optionalDependencies: _,
    peerDependencies: __,
    ...rest
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const ranges = Object.fromEntries(Object.keys(dependencies).map((name) => [name, '*']));
  const manifest = { ...rest, dependencies: ranges };
  const copy = mkdtempSync(join(scratch, 'pack-'));
  const to = join(copy, 'package');
  for (const path of files) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(realpathSync(join(folder, path)), join(to, path), { recursive: true });
  }
  writeFileSync(join(to, 'package.json'), JSON.stringify(manifest));
  const tarball = execFileSync('tar', ['-czf', '-', '-C', copy, 'package'], { maxBuffer: 64 << 20 });
  return { manifest, tarball };
}

function packument({ manifest, tarball }: Packed, origin: string): object {
  const { name, version } = manifest as { name: string; version: string };
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const dist = { tarball: `${origin}/${name}.tgz`, integrity };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } };
}
