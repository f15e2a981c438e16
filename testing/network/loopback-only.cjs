/**
 * Tests dial loopback only. This module refuses everything else in the process that loads it, and in every Node process
 * that it starts. It is CommonJS, since `--require` in NODE_OPTIONS is the one way that every version of Node takes.
 */
const childProcess = require('node:child_process');
const dns = require('node:dns');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const { isMainThread } = require('node:worker_threads');

const guarded = Symbol.for('kosmokrator.loopback-only');

/** What a refused dial fails with. The codes are those of a host that cannot be reached. */
function refusal(host, code) {
  const message = `tests dial loopback only, not ${host}: start a server on 127.0.0.1 and give its address as the base URL`;
  return Object.assign(new Error(message), { code, syscall: 'connect', hostname: host });
}

function isLoopback(address) {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === '::1';
}

function isLocalName(host) {
  return host.toLowerCase() === 'localhost';
}

/** Lookups of a test's own may give any name, but only addresses of loopback. */
function guardLookup(lookup) {
  return (host, options, done) =>
    lookup(host, options, (error, found, family) => {
      const addresses = [found].flat().map((one) => one?.address ?? one);
      const wrong = error ? undefined : addresses.find((address) => !isLoopback(String(address)));
      if (wrong === undefined) done(error, found, family);
      else done(refusal(`${host} (${wrong})`, 'ENETUNREACH'));
    });
}

function guardSockets() {
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function guardedConnect(...args) {
    const [options] = Array.isArray(args[0]) ? args[0] : [args[0]];
    const isPath = typeof options === 'string' && Number.isNaN(Number(options));
    if (isPath || options?.path) return connect.apply(this, args);
    const isObject = typeof options === 'object' && options !== null;
    const host = (isObject ? options.host : typeof args[1] === 'string' ? args[1] : undefined) || 'localhost';
    const lookup = isObject ? options.lookup : undefined;
    if (net.isIP(host) ? isLoopback(host) : isLocalName(host)) return connect.apply(this, args);
    if (!net.isIP(host) && lookup && lookup !== dns.lookup) {
      options.lookup = guardLookup(lookup);
      return connect.apply(this, args);
    }
    process.nextTick(() => this.destroy(refusal(host, net.isIP(host) ? 'ENETUNREACH' : 'ENOTFOUND')));
    return this;
  };
}

/** A name other than `localhost` would be asked of a server elsewhere. */
function guardNames() {
  const { lookup } = dns;
  const { lookup: lookupLater } = dns.promises;
  const isAllowed = (host) => !host || net.isIP(host) || isLocalName(host);
  dns.lookup = (host, ...rest) => {
    if (isAllowed(host)) return lookup(host, ...rest);
    return process.nextTick(rest.at(-1), refusal(host, 'ENOTFOUND'));
  };
  dns.promises.lookup = async (host, ...rest) => {
    if (isAllowed(host)) return lookupLater(host, ...rest);
    throw refusal(host, 'ENOTFOUND');
  };
  for (const name of Object.keys(dns).filter((key) => /^(resolve|reverse)/.test(key))) {
    dns[name] = (host, ...rest) => process.nextTick(rest.at(-1), refusal(host, 'ENOTFOUND'));
    dns.promises[name] = async (host) => {
      throw refusal(host, 'ENOTFOUND');
    };
  }
}

const required = `--require ${JSON.stringify(__filename)}`;

function withGuard(options = '') {
  return options.includes(__filename) ? options : `${options} ${required}`.trim();
}

/** Children get the guard whatever environment a test gives them. */
function guardChildren() {
  const { spawn } = childProcess.ChildProcess.prototype;
  childProcess.ChildProcess.prototype.spawn = function guardedSpawn(options) {
    const pairs = options.envPairs ?? [];
    const before = pairs.find((pair) => pair.startsWith('NODE_OPTIONS='))?.slice('NODE_OPTIONS='.length);
    const others = pairs.filter((pair) => !pair.startsWith('NODE_OPTIONS='));
    return spawn.call(this, { ...options, envPairs: [...others, `NODE_OPTIONS=${withGuard(before)}`] });
  };
  for (const name of ['spawnSync', 'execFileSync', 'execSync']) {
    const run = childProcess[name];
    childProcess[name] = (...args) => {
      const at = args.findIndex((arg, index) => index > 0 && typeof arg === 'object' && !Array.isArray(arg));
      const options = at < 0 ? {} : (args[at] ?? {});
      const env = options.env ?? process.env;
      const guardedOptions = { ...options, env: { ...env, NODE_OPTIONS: withGuard(env.NODE_OPTIONS) } };
      return at < 0 ? run(...args, guardedOptions) : run(...args.with(at, guardedOptions));
    };
  }
}

if (isMainThread && !globalThis[guarded]) {
  globalThis[guarded] = true;
  guardSockets();
  guardNames();
  guardChildren();
  syncBuiltinESMExports();
}
