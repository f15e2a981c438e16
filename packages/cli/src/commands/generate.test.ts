import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '@kosmokrator/testing/repository';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, onTestFinished, test } from 'vitest';
import { bin, runToEnd } from '../../testing/run-to-end.js';

const schema = JSON.parse(readFileSync(new URL('../../schemas/envelope-1.json', import.meta.url), 'utf8'));
const isEnvelope = new Ajv2020({ allErrors: true }).compile(schema);

/** A project with one spec, and with the generator unless it is left out. */
function project(withGenerator = true) {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-specs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(root, 'specs/upstash'), join(folder, 'specs/upstash'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  mkdirSync(join(folder, 'node_modules/@kosmokrator'), { recursive: true });
  if (withGenerator)
    symlinkSync(join(root, 'generator'), join(folder, 'node_modules/@kosmokrator/generator'));
  const kosmo = (...args: string[]) =>
    runToEnd(process.execPath, [bin, ...args], '', { PATH: process.env['PATH'], HOME: folder }, folder);
  return { folder, kosmo };
}

const envelopeOf = (text: string) => {
  const envelope = JSON.parse(text);
  isEnvelope(envelope);
  expect(isEnvelope.errors).toBe(null);
  return envelope;
};

test('validate and generate run the generator of the project', async () => {
  const { folder, kosmo } = project();
  expect(await kosmo('validate')).toEqual({
    code: 0,
    stdout: 'Valid: 7 functions of 1 integration\n',
    stderr: '',
  });
  const drift = await kosmo('generate', '--check', '--json');
  expect(drift.code).toBe(1);
  expect(envelopeOf(drift.stdout).error).toMatchObject({
    code: 'out_of_date',
    message: '1 package must be generated again: run kosmo generate',
    changes: [{ name: 'upstash', kind: 'created' }],
  });
  expect(await kosmo('generate')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^created upstash/),
  });
  expect(readFileSync(join(folder, 'packages/integrations/upstash/manifest.json'), 'utf8')).toContain(
    'get_key',
  );
  expect(envelopeOf((await kosmo('generate', '--check', '--json')).stdout).data).toMatchObject({
    changes: [],
    functions: 7,
  });
});

test.each([
  ['{"ok":true,"diagnostics":[],"changes":[],"functions":1,"files":1}', 1],
  ['{"ok":false}', 1],
  ['null', 0],
])('a generator that prints %s and ends with %i has failed', async (report, status) => {
  const { folder, kosmo } = project(false);
  const generator = join(folder, 'node_modules/@kosmokrator/generator');
  mkdirSync(generator);
  writeFileSync(join(generator, 'package.json'), '{ "exports": { "./cli": "./cli.cjs" } }');
  const source = `process.stdout.write(${JSON.stringify(report)}); process.exitCode = ${status};`;
  writeFileSync(join(generator, 'cli.cjs'), source);
  const { code, stdout, stderr } = await kosmo('validate', '--json');
  expect([code, stderr]).toEqual([1, '']);
  expect(envelopeOf(stdout).error).toMatchObject({ code: 'failed' });
});

test('a mistake is told with its place, in the envelope too', async () => {
  const { folder, kosmo } = project();
  const file = join(folder, 'specs/upstash/functions/get_key.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('operation: read', 'operation: reed'));
  expect(await kosmo('validate')).toMatchObject({ code: 1, stderr: expect.stringContaining('get_key.yaml') });
  const { code, stdout } = await kosmo('validate', '--only', 'upstash', '--json');
  expect(code).toBe(1);
  const { error } = envelopeOf(stdout);
  expect(error).toMatchObject({ code: 'invalid_specs', message: 'the specs have 1 mistake' });
  expect(error.diagnostics[0]).toMatchObject({
    file: 'specs/upstash/functions/get_key.yaml',
    fix: expect.any(String),
  });
});

test('without a generator both say what to install', async () => {
  const { folder, kosmo } = project(false);
  for (const command of ['generate', 'validate']) {
    const message = `the project in ${folder} has no generator. Install it there: npm install --save-dev @kosmokrator/generator`;
    expect(await kosmo(command)).toEqual({ code: 2, stdout: '', stderr: `usage: ${message}\n` });
    expect(envelopeOf((await kosmo(command, '--json')).stdout).error).toEqual({ code: 'usage', message });
  }
});
