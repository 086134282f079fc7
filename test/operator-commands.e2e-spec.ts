import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { queryAsSuperuser } from './support/cluster.js';
import { PASSWORD, startWorld, type World } from './support/world.js';

const SET = `mutation ($input: SetPasswordInput!) { setPassword(input: $input) { __typename } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Access { token } } }`;
const OWN = 'chosen by myself';
const MINUTE = 60_000;

/** What an operator types, beside a platform that goes on serving. */
describe('npm run', () => {
  let world: World;

  beforeAll(async () => {
    // The commands go by the machine's own clock.
    world = await startWorld({ now: new Date().toISOString() });
  });
  afterAll(() => world.close());

  const npmRun = async (...command: string[]) => {
    const { ownerUrl: DATABASE_URL } = world.api.database;
    const child = spawn('npm', ['run', '--silent', ...command], {
      cwd: join(import.meta.dirname, '../..'),
      env: { PATH: process.env.PATH, DATA_DIR: world.api.dir, DATABASE_URL },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const closed = once(child, 'close');
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    await closed;
    return { code: child.exitCode, output, errors };
  };
  const signIn = async (password: string) => {
    const input = { region: world.code, account: 'zhoupu-steward', password };
    return (await world.nobody().ask<{ signIn: { token?: string } }>(SIGN_IN, { input })).signIn.token;
  };
  const keyOf = (token = '') =>
    (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;

  it('password:code gives a code that sets the password of an account, once, and is stored by its hash', async () => {
    const [{ code, output }, refused] = await Promise.all([
      npmRun('password:code', world.code, 'zhoupu-steward'),
      npmRun('password:code', world.code, 'nobody-here'),
    ]);
    expect([refused.code, refused.output]).toEqual([1, '']);
    expect(refused.errors).toContain(
      'There is no account "nobody-here" in region "310115": name both, in this order.\n',
    );
    const [, secret = ''] =
      /^(310115\.[-a-z2-9]{19}) sets a new password for zhoupu-steward, once,/.exec(output) ?? [];
    expect([code, secret]).toEqual([0, expect.stringMatching(/./)]);
    const stored = await queryAsSuperuser('SELECT * FROM password_code', world.api.database.name);
    expect([stored.length, JSON.stringify(stored).includes(secret.slice(7))]).toEqual([1, false]);
    const set = () => world.nobody().ask(SET, { input: { code: secret, password: OWN } });
    expect(await set()).toEqual({ setPassword: { __typename: 'Account' } });
    expect(await set()).toEqual({ setPassword: { __typename: 'InvalidCode' } });
    expect([await signIn(PASSWORD), await signIn(OWN)]).toEqual([undefined, expect.any(String)]);
  });

  it('keys:rotate makes the key that signs from then on; what was signed before stays valid', async () => {
    const before = await signIn(OWN);
    const { code, output } = await npmRun('keys:rotate');
    const [, kid = ''] = /^New access tokens are signed with key ([-\da-f]{36}); those/.exec(output) ?? [];
    expect([code, kid]).toEqual([0, expect.stringMatching(/./)]);
    world.clock.advance(MINUTE);
    const after = await signIn(OWN);
    expect([keyOf(before) === kid, keyOf(after) === kid]).toEqual([false, true]);
    for (const token of [before, after])
      expect((await world.withToken(token ?? '').tryAsk('{ me { name } }')).errors).toBeUndefined();
    expect(world.api.failures).toEqual([]);
  });
});
