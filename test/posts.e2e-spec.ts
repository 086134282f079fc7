import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { PASSWORD, startWorld, type World } from './support/world.js';
import type { Answer, TestClient } from './support/test-client.js';

const APPOINT = /* GraphQL */ `
  mutation ($input: AppointInput!) {
    appoint(input: $input) {
      __typename
      ... on Appointment {
        post {
          id
          version
          role
          personName
          dutyPhone
          until
          unit {
            code
          }
        }
        setUp {
          account
          oneTimeCode
        }
      }
      ... on AlreadyHeld {
        code
        message
        role
      }
    }
  }
`;
const REVOKE = /* GraphQL */ `
  mutation ($id: ID!, $version: Int!) {
    revokePost(id: $id, version: $version) {
      __typename
      ... on Post {
        version
        revokedAt
      }
      ... on StaleVersion {
        currentVersion
      }
    }
  }
`;
const SIGN_IN = /* GraphQL */ `
  mutation ($input: SignInInput!) {
    signIn(input: $input) {
      ... on Access {
        token
        me {
          posts {
            role
            unit {
              code
            }
          }
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`;
const SET_PASSWORD = /* GraphQL */ `
  mutation ($input: SetPasswordInput!) {
    setPassword(input: $input) {
      __typename
    }
  }
`;
const OWN_PASSWORD = 'chosen by myself';
const DIRECTORY = /* GraphQL */ `
  query ($filter: PostFilter! = {}) {
    posts(filter: $filter, first: 100) {
      totalCount
      edges {
        node {
          id
          personName
          role
          dutyPhone
          unit {
            code
          }
        }
      }
    }
  }
`;

interface Post {
  id: string;
  version: number;
  role: string;
  personName: string;
  dutyPhone: string | null;
  unit: { code: string };
}

interface Appointed {
  appoint: {
    __typename: string;
    post: Post;
    setUp: { account: string; oneTimeCode: string } | null;
  };
}

interface Directory {
  posts: { totalCount: number; edges: { node: Post }[] };
}

const UNTIL = '2026-12-23T16:00:00.000Z';

const codeOf = ({ errors }: Answer<object>) => errors?.[0]?.extensions.code;
const pathsOf = ({ errors }: Answer<object>) => errors?.[0]?.extensions.fields?.map(({ path }) => path) ?? [];

describe('posts', () => {
  let world: World;
  let secretary: TestClient;

  beforeAll(async () => {
    world = await startWorld();
    secretary = world.as('southeast-committee');
  });

  afterAll(() => world.close());

  const tryAppoint = (unit: string, role: string, person: object, more: object = {}, by = secretary) =>
    by.tryAsk<Appointed>(APPOINT, { input: { unitId: world.unit(unit), role, person, ...more } });

  async function appoint(unit: string, role: string, person: object, more: object = {}) {
    const { data, errors } = await tryAppoint(unit, role, person, more);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.appoint;
  }

  async function signIn(account: string, password: string) {
    const input = { region: world.code, account, password };
    const { signIn: access } = await world
      .nobody()
      .ask<{ signIn: { token: string; me: { posts: object[] } } }>(SIGN_IN, { input });
    return access;
  }

  /** As somebody new does who was handed the code. */
  async function signInFirst({ account, oneTimeCode: code } = { account: '', oneTimeCode: '' }) {
    await world.nobody().ask(SET_PASSWORD, { input: { code, password: OWN_PASSWORD } });
    return signIn(account, OWN_PASSWORD);
  }

  async function directory(client: TestClient, filter: object = {}): Promise<Post[]> {
    const { posts } = await client.ask<Directory>(DIRECTORY, { filter });
    expect(posts.totalCount).toBe(posts.edges.length);
    return posts.edges.map(({ node }) => node);
  }

  it.each([
    ['southeast-committee', 'OFFICER', '社区干事', {}],
    ['southeast-committee', 'REPRESENTATIVE', '居民代表六', { until: UNTIL }],
    ['clinic', 'LIAISON', '医务站第二联络员', { dutyPhone: '021-5555 0199' }],
    ['clinic', 'DEPUTY', '医务站副联络员', {}],
    ['computing-institute', 'DEPUTY', '研究所副联络员', {}],
  ])('are given by the secretary: in %s a %s', async (unit, role, newPerson, more) => {
    const { post, setUp } = await appoint(unit, role, { newPerson }, more);
    expect(post).toMatchObject({
      role,
      personName: newPerson,
      unit: { code: unit },
      dutyPhone: null,
      ...more,
    });
    expect(setUp?.account).toMatch(new RegExp(`^${unit}-`));
    expect(await signIn(setUp?.account ?? '', PASSWORD)).toEqual({ code: 'WRONG_CREDENTIALS' });
    const access = await signInFirst(setUp ?? undefined);
    expect(access.me.posts).toEqual([{ role, unit: { code: unit } }]);
    expect(await signIn(setUp?.account ?? '', PASSWORD)).toEqual({ code: 'WRONG_CREDENTIALS' });
  });

  it('are given to somebody who holds one already, without a second account', async () => {
    const police = world.post('police-post');
    world.clock.advance(1000);
    const { post, setUp } = await appoint('clinic', 'DEPUTY', { holderOf: police });
    expect(setUp).toBeNull();
    expect(post.personName).toBe('东南警务站联络员');
    const { me } = await signIn('police-post', PASSWORD);
    expect(me.posts).toEqual([
      { role: 'LIAISON', unit: { code: 'police-post' } },
      { role: 'DEPUTY', unit: { code: 'clinic' } },
    ]);
    const clinic = { holderOf: world.post('clinic') };
    for (const by of [secretary, world.as('clinic')])
      expect((await tryAppoint('clinic', 'DEPUTY', clinic, {}, by)).data?.appoint).toMatchObject({
        __typename: 'AlreadyHeld',
        role: 'LIAISON',
      });
    expect(await appoint('clinic', 'DEPUTY', { holderOf: post.id })).toEqual({
      __typename: 'AlreadyHeld',
      code: 'ALREADY_EXISTS',
      message: '东南警务站联络员 is deputy of this unit already.',
      role: 'DEPUTY',
    });
    expect((await appoint('clinic', 'LIAISON', { holderOf: post.id })).__typename).toBe('Appointment');
    const racing = await Promise.all(
      [1, 2, 3].map(() => tryAppoint('food-market', 'DEPUTY', { holderOf: police })),
    );
    const given = racing.filter(({ data }) => data?.appoint.__typename === 'Appointment');
    expect(given).toHaveLength(1);
    for (const { data, errors } of racing.filter((one) => !given.includes(one)))
      expect(errors?.[0]?.extensions.code ?? data?.appoint.__typename).toMatch(/^CONFLICT|AlreadyHeld$/);
  });

  it.each([
    ['southeast-committee', 'LIAISON', {}, ['input.role']],
    ['southeast-committee', 'STEWARD', {}, ['input.role']],
    ['clinic', 'SECRETARY', {}, ['input.role']],
    ['clinic', 'OFFICER', {}, ['input.role']],
    ['clinic', 'REPRESENTATIVE', { until: UNTIL }, ['input.role']],
    ['southeast-committee', 'REPRESENTATIVE', {}, ['input.until']],
    ['southeast-committee', 'OFFICER', { until: '2026-11-23T09:00:00+08:00' }, ['input.until']],
    ['southeast-committee', 'OFFICER', { dutyPhone: 'call me' }, ['input.dutyPhone']],
    ['southeast-committee', 'CHAIR', {}, ['input.role']],
  ])('are not given where they do not belong: in %s a %s %j', async (unit, role, more, paths) => {
    const answer = await tryAppoint(unit, role, { newPerson: '某人' }, more);
    expect([codeOf(answer), pathsOf(answer)]).toEqual(['BAD_USER_INPUT', paths]);
  });

  it('are given to one person, named in one way', async () => {
    const holderOf = world.post('clinic');
    for (const person of [{}, { newPerson: '某人', holderOf }, { newPerson: null }, { newPerson: '' }])
      expect(codeOf(await tryAppoint('clinic', 'DEPUTY', person))).toBe('BAD_USER_INPUT');
    const stranger = await tryAppoint('clinic', 'DEPUTY', { holderOf: world.post('riverside-clinic') });
    const nobody = await tryAppoint('clinic', 'DEPUTY', { holderOf: toGlobalId('Post', randomUUID()) });
    expect(codeOf(stranger)).toBe('NOT_FOUND');
    expect(stranger).toEqual(nobody);
  });

  it('are not given in a unit of another network or region, nor to a guest', async () => {
    const units = [
      world.unit('riverside-clinic'),
      world.unit('riverside-committee'),
      world.other.unit('clinic'),
      world.unit('owners-committee'),
      toGlobalId('Unit', randomUUID()),
    ];
    const answers = await Promise.all(
      units.map((unitId) =>
        secretary.askRaw(APPOINT, { input: { unitId, role: 'LIAISON', person: { newPerson: '某人' } } }),
      ),
    );
    const [first, ...others] = answers.map(({ raw }) => raw);
    expect(first).toContain('NOT_FOUND');
    // A guest has no post to give here, and the committee knows that it is one.
    expect(new Set(others)).toEqual(new Set([first]));
  });

  it('are given and taken by a secretary, and those of its deputies by a liaison, and by nobody else', async () => {
    for (const account of ['southeast-officer', 'zhoupu-steward', 'resident-1']) {
      const client = world.as(account);
      expect(codeOf(await tryAppoint('clinic', 'DEPUTY', { newPerson: '某人' }, {}, client))).toBe(
        'FORBIDDEN',
      );
      expect(codeOf(await client.tryAsk(REVOKE, { id: world.post('clinic'), version: 1 }))).toBe('FORBIDDEN');
    }
    const liaison = world.as('developer');
    const given = await tryAppoint('developer', 'DEPUTY', { newPerson: '副联络员' }, {}, liaison);
    expect(await liaison.ask(REVOKE, given.data?.appoint.post)).toMatchObject({
      revokePost: { __typename: 'Post' },
    });
    expect(pathsOf(await tryAppoint('developer', 'LIAISON', { newPerson: '某人' }, {}, liaison))).toEqual([
      'input.role',
    ]);
    expect(codeOf(await tryAppoint('clinic', 'DEPUTY', { newPerson: '某人' }, {}, liaison))).toBe(
      'NOT_FOUND',
    );
    expect(codeOf(await liaison.tryAsk(REVOKE, { id: world.post('savings-bank'), version: 1 }))).toBe(
      'NOT_FOUND',
    );
    const foreign = world.as('riverside-committee');
    expect(codeOf(await foreign.tryAsk(REVOKE, { id: world.post('savings-bank'), version: 1 }))).toBe(
      'NOT_FOUND',
    );
  });

  it('are taken, which ends what they allowed, and never one’s own', async () => {
    const { post, setUp } = await appoint('southeast-committee', 'OFFICER', { newPerson: '短期干事' });
    const { token } = await signInFirst(setUp ?? undefined);
    const officer = world.withToken(token);
    expect(codeOf(await officer.tryAsk('{ me { name } }'))).toBeUndefined();
    expect(await secretary.ask(REVOKE, { id: post.id, version: 5 })).toEqual({
      revokePost: { __typename: 'StaleVersion', currentVersion: 1 },
    });
    expect(await secretary.ask(REVOKE, post)).toEqual({
      revokePost: { __typename: 'Post', version: 2, revokedAt: world.clock.now().toISOString() },
    });
    expect(codeOf(await officer.tryAsk('{ me { name } }'))).toBe('UNAUTHENTICATED');
    expect((await directory(world.as('clinic'))).map(({ id }) => id)).not.toContain(post.id);
    const own = { id: world.post('southeast-committee'), version: 1 };
    expect(codeOf(await secretary.tryAsk(REVOKE, own))).toBe('FORBIDDEN');
  });

  it('show in the directory to those who know the unit, by name', async () => {
    const unitsOf = async (account: string, filter: object = {}) =>
      new Set((await directory(world.as(account), filter)).map(({ unit }) => unit.code));
    const southeast = await unitsOf('savings-bank');
    expect(southeast).toContain('fire-squadron');
    expect(southeast).not.toContain('riverside-clinic');
    expect(southeast.size).toBe(15);
    // The guest is listed and reads, the representative reads, the steward reads its whole scope.
    expect(southeast).toContain('owners-committee');
    expect(await unitsOf('owners-committee')).toEqual(southeast);
    expect(await unitsOf('resident-1')).toEqual(southeast);
    expect((await unitsOf('zhoupu-steward')).size).toBe(20);
    expect((await unitsOf('riverside-clinic')).size).toBe(6);
    expect(await unitsOf('riverside-clinic', { networkId: world.network('southeast') })).toEqual(new Set());
    expect(await unitsOf('clinic', { networkId: world.other.network('southeast') })).toEqual(new Set());

    const posts = await directory(world.as('savings-bank'), { roles: ['REPRESENTATIVE', 'STEWARD'] });
    expect(posts).toEqual([]);
    expect(await directory(secretary, { roles: ['REPRESENTATIVE'] })).toHaveLength(6);
    const names = (await directory(world.as('savings-bank'))).map(({ personName }) => personName);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'zh-Hans-CN-u-co-pinyin')));
  });

  it('end with their time: a representative, and a liaison for a while', async () => {
    const { post } = await appoint('savings-bank', 'DEPUTY', { newPerson: '暂代联络员' }, { until: UNTIL });
    const { setUp } = await appoint(
      'southeast-committee',
      'REPRESENTATIVE',
      { newPerson: '居民代表七' },
      { until: UNTIL },
    );
    const account = setUp?.account ?? '';
    await signInFirst(setUp ?? undefined);
    world.clock.set(new Date(Date.parse(UNTIL) - 60_000));
    const { token } = await signIn(account, OWN_PASSWORD);
    expect(codeOf(await world.withToken(token).tryAsk('{ me { name } }'))).toBeUndefined();
    world.clock.set(UNTIL);
    expect(codeOf(await world.withToken(token).tryAsk('{ me { name } }'))).toBe('UNAUTHENTICATED');
    expect(await signIn(account, OWN_PASSWORD)).toEqual({ code: 'NO_POST_NOW' });
    expect((await directory(world.as('clinic'))).map(({ id }) => id)).not.toContain(post.id);
    const again = await appoint('savings-bank', 'DEPUTY', { holderOf: post.id });
    expect(again.__typename).toBe('Appointment');
  });

  it('meets no failure of ours in all this', () => {
    expect(world.api.failures).toEqual([]);
  });
});
