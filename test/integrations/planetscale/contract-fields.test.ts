/** The functions against the emulator: the fields that scripts rely on. */
import { expect, test } from 'vitest';
import { emulatedHost } from '../emulated-host.js';

const { call, emulator, hostOf } = emulatedHost();

const organization = 'my-org';
const database = 'my-database';

test('lists are page objects whose items have the derived fields', async () => {
  const organizations = await call('planetscale_list_organizations');
  expect(organizations.data[0]).toMatchObject({
    name: organization,
    slug: organization,
    plan: expect.any(String),
  });
  const databases = await call('planetscale_list_databases', { organization });
  expect(databases.data[0]).toMatchObject({
    name: database,
    state: expect.any(String),
    region: { slug: expect.any(String) },
    branches: expect.any(Number),
  });
  expect(databases.data[0].branches).toBe(databases.data[0].branches_count);
  const branches = await call('planetscale_list_branches', { organization, database });
  const main = branches.data.find((branch: { name: string }) => branch.name === 'main');
  expect(main).toMatchObject({
    role: 'production',
    production: true,
    ready: true,
    region: expect.any(Object),
  });
});

test('single objects have the derived fields', async () => {
  expect(await call('planetscale_get_database', { organization, database })).toMatchObject({
    name: database,
    branches: expect.any(Number),
    region: { slug: expect.any(String) },
  });
  expect(await call('planetscale_get_branch', { organization, database, branch: 'main' })).toMatchObject({
    name: 'main',
    role: 'production',
    ready: true,
  });
  expect(await call('planetscale_get_current_user')).toMatchObject({
    name: expect.any(String),
    display_name: expect.any(String),
    email: expect.any(String),
    first_name: expect.any(String),
    last_name: expect.any(String),
  });
});

test('a created database is in the list, and its name is taken', async () => {
  const created = await call('planetscale_create_database', {
    organization,
    name: 'fresh',
    notes: 'for a test',
  });
  expect(created).toMatchObject({ name: 'fresh', branches: expect.any(Number) });
  const listed = await call('planetscale_list_databases', { organization, limit: 100 });
  expect(listed.data.map((one: { name: string }) => one.name)).toContain('fresh');
  await expect(call('planetscale_create_database', { organization, name: 'fresh' })).rejects.toMatchObject({
    outcome: 'refused',
  });
});

test.each([
  ['us-east-1', 'us-east'],
  ['us-east-2', 'aws-us-east-2'],
  ['us-west-2', 'us-west'],
  ['ca-central-1', 'aws-ca-central-1'],
  ['sa-east-1', 'aws-sa-east-1'],
  ['eu-west-1', 'eu-west'],
  ['eu-west-2', 'aws-eu-west-2'],
  ['eu-central-1', 'eu-central'],
  ['ap-south-1', 'ap-south'],
  ['ap-southeast-1', 'ap-southeast'],
  ['ap-southeast-2', 'aws-ap-southeast-2'],
  ['ap-northeast-1', 'ap-northeast'],
])('a database can be made in %s, and in %s, which is the same', async (name, slug) => {
  const make = (region: string) =>
    call('planetscale_create_database', { organization, name: `in-${region}`, region });
  const region = { slug, display_name: `AWS ${name}` };
  expect(await make(name)).toMatchObject({ region });
  expect((await make(slug)).region).toMatchObject(region);
});

test('a region that is not known is sent as it is given, and the API refuses it', async () => {
  const made = call('planetscale_create_database', { organization, name: 'nowhere', region: 'US-EAST-1' });
  await expect(made).rejects.toMatchObject({ code: 'api_error', status: 422, outcome: 'refused' });
});

test('an OAuth token works where no service token is set', async () => {
  const { PLANETSCALE_SERVICE_TOKEN: _, PLANETSCALE_SERVICE_TOKEN_ID: __, ...rest } = emulator().env;
  const env = { ...rest, PLANETSCALE_ACCESS_TOKEN: emulator().tokens.planetscaleAccess };
  const host = await hostOf(env);
  expect(await host.call('planetscale_get_current_user', {})).toHaveProperty('email');
});
