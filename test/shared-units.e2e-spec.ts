import { fromGlobalId } from '#graphql';
import { Tenancy, type TenantTransaction } from '#tenancy';
import { countRows } from './support/count-rows.js';
import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) { ... on Appointment { post { id version } } } }`;
const REVOKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { __typename } }`;
const HAND_OVER = `mutation ($id: ID!, $version: Int!, $input: HandOverInput!) {
  handOverPost(id: $id, version: $version, input: $input) { __typename } }`;
const TAKE_BACK = `mutation ($id: ID!, $version: Int!) { takeBackHandOver(id: $id, version: $version) { __typename } }`;
const ISSUE = `mutation ($id: ID!) { issuePasswordCode(postId: $id) { oneTimeCode } }`;
const SET = `mutation ($code: String!) { setPassword(input: { code: $code, password: "chosen by myself" }) { __typename } }`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version } } }`;
const MEMBERSHIP = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;
const step = (field: string) =>
  `mutation ($id: ID!, $version: Int!) { ${field}(id: $id, version: $version) { ... on Membership { id version } } }`;

interface Thing {
  id: string;
  version: number;
}

/** A unit of several networks: whoever gives its posts opens the networks of others with them. */
describe('the posts of a unit that takes part in the networks of several committees', () => {
  let world: World;
  let southeast: TestClient;
  let riverside: TestClient;

  beforeAll(async () => {
    world = await startWorld();
    southeast = world.as('southeast-committee');
    riverside = world.as('riverside-committee');
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });

  const deputyIn = (unit: string, person: object = { newPerson: '副联络员' }) => ({
    input: { unitId: world.unit(unit), role: 'DEPUTY', person },
  });
  const codeOf = async (client: TestClient, query: string, variables: object) =>
    (await client.tryAsk(query, variables)).errors?.[0]?.extensions.code ?? 'done';
  const appointIn = (unit: string, by = southeast) => codeOf(by, APPOINT, deputyIn(unit));
  const take = async (field: string, { id }: { id: string }, by: TestClient): Promise<void> => {
    const { node } = await by.ask<{ node: Thing }>(MEMBERSHIP, { id });
    await by.ask(step(field), node);
  };

  it('are given, taken, handed over and opened by no single committee, and nothing is stored', async () => {
    const liaison = { id: world.post('fire-squadron'), version: 1 };
    const before = await countRows(world.api.database);
    const input = { person: { holderOf: world.post('southeast-officer') }, at: '2026-12-01T00:00:00+08:00' };
    const tries: [string, object][] = [
      [APPOINT, deputyIn('fire-squadron')],
      [APPOINT, deputyIn('fire-squadron', { holderOf: world.post('southeast-committee') })],
      [HAND_OVER, { ...liaison, input }],
      [TAKE_BACK, liaison],
      [REVOKE, liaison],
      [ISSUE, liaison],
    ];
    for (const committee of [southeast, riverside]) {
      const answers = [];
      for (const [query, variables] of tries) answers.push(await committee.tryAsk(query, variables));
      // The one sentence tells nothing of where the unit takes part besides.
      expect(
        new Set(answers.map(({ errors }) => `${errors?.[0]?.extensions.code} ${errors?.[0]?.message}`)),
      ).toEqual(
        new Set([
          'FORBIDDEN This unit gives its posts itself: ask its liaison, or the operator of the platform if it has none.',
        ]),
      );
    }
    const { errors } = await southeast.tryAsk(REVOKE, liaison, { 'accept-language': 'zh' });
    expect(errors?.[0]?.message).toBe('该单位的任职由其联络员自行安排；如无联络员，请联系平台管理员。');
    expect(await countRows(world.api.database)).toEqual(before);
  });

  it('are given by its own liaison', async () => {
    expect(await appointIn('fire-squadron', world.as('fire-squadron'))).toBe('done');
  });

  it('are out of a committee’s reach in the database too', async () => {
    const { claims } = southeast;
    if (!claims) throw new Error('The secretary has claims.');
    const write = (act: (tx: TenantTransaction) => Promise<unknown>) =>
      world.api.app.get(Tenancy).write({ ...claims, sessionId: null }, act);
    const id = fromGlobalId('Post', world.post('fire-squadron'));
    const copy = `INSERT INTO post (region_id, id, unit_id, person_id, person_name, search_text, role, network_ids, scope_network_ids, since, version)
      SELECT region_id, gen_random_uuid(), unit_id, person_id, person_name, '', 'DEPUTY', network_ids, '{}', since, 1 FROM post WHERE id = $1`;
    await expect(write((tx) => tx.query(copy, [id]))).rejects.toThrow('row-level security');
    const revoke = `UPDATE post SET revoked_at = since WHERE id = $1 RETURNING id`;
    expect(await write((tx) => tx.query(revoke, [id]))).toEqual([[], 0]);
    // The same through a unit of its own networks alone, so that it is the unit that makes the difference.
    const clinic = fromGlobalId('Post', world.post('clinic'));
    await write((tx) => tx.query(copy, [clinic]));
  });

  describe('are not opened through another post of the same person:', () => {
    const OTHERS =
      'You give codes only to those all of whose posts you give: for others, ask the operator of the platform.';
    const issue = async (by: TestClient, id: string) => {
      const { data, errors } = await by.tryAsk<{ issuePasswordCode: { oneTimeCode: string } }>(ISSUE, { id });
      return data?.issuePasswordCode.oneTimeCode ?? errors?.[0]?.message ?? '';
    };
    const redeem = async (code: string) =>
      (await world.nobody().ask<{ setPassword: { __typename: string } }>(SET, { code })).setPassword
        .__typename;
    const appoint = async (by: string, person: object, more: object = {}): Promise<Thing> => {
      const { input } = deputyIn(by, person);
      const wish = { input: { ...input, ...more } };
      return (await world.as(by).ask<{ appoint: { post: Thing } }>(APPOINT, wish)).appoint.post;
    };

    it('no code while the account opens, or is to open, what its giver does not give', async () => {
      const home = world.post('food-market');
      const before = await issue(southeast, home);
      const post = await appoint('bus-639', { holderOf: home }, { since: '2026-12-24T00:00:00+08:00' });
      expect(await redeem(before)).toBe('InvalidCode');
      expect(await issue(southeast, home)).toBe(OTHERS);
      const { errors } = await southeast.tryAsk(ISSUE, { id: home }, { 'accept-language': 'zh' });
      expect(errors?.[0]?.message).toBe('只能为全部任职均由您安排的人员发码；其他人员请联系平台管理员。');
      await world.as('bus-639').ask(REVOKE, post);
      expect(await redeem(await issue(southeast, home))).toBe('Account');
    });

    it('nor of a deputy who serves another unit too, by the liaison; by a secretary who gives both', async () => {
      const deputy = await appoint('savings-bank', { newPerson: '两处副联络员' });
      const liaison = world.as('savings-bank');
      expect(await redeem(await issue(liaison, deputy.id))).toBe('Account');
      await appoint('clinic', { holderOf: deputy.id });
      expect(await issue(liaison, deputy.id)).toBe(OTHERS);
      expect(await redeem(await issue(southeast, deputy.id))).toBe('Account');
    });

    it('nor while the person holds a post in a unit that its giver does not see', async () => {
      const deputy = await appoint('savings-bank', { newPerson: '河畔副联络员' });
      const seen = await appoint('bus-639', { holderOf: deputy.id });
      await appoint('riverside-clinic', { holderOf: seen.id });
      await world.as('bus-639').ask(REVOKE, seen);
      expect(await issue(southeast, deputy.id)).toBe(OTHERS);
    });
  });

  it('come back to the committee when the unit has left the others, and not while it is suspended there', async () => {
    const membership = { id: world.membership('fire-squadron', 'riverside') };
    await take('suspendMembership', membership, riverside);
    expect(await appointIn('fire-squadron')).toBe('FORBIDDEN');
    expect(await appointIn('fire-squadron', riverside)).toBe('NOT_FOUND');
    await take('removeMembership', membership, riverside);
    expect(await appointIn('fire-squadron')).toBe('done');
  });

  it('are the unit’s own from when it has accepted an invitation, not from when it was invited', async () => {
    const input = { networkId: world.network('riverside'), unitCode: 'clinic', role: 'GUEST' };
    const { inviteUnit } = await riverside.ask<{ inviteUnit: Thing }>(INVITE, { input });
    expect(await appointIn('clinic')).toBe('done');
    await world.as('clinic').ask(step('acceptInvitation'), inviteUnit);
    expect(await appointIn('clinic')).toBe('FORBIDDEN');
    // A committee that is a guest elsewhere gives its own posts as before.
    expect(
      await codeOf(southeast, APPOINT, {
        input: { ...deputyIn('southeast-committee').input, role: 'OFFICER' },
      }),
    ).toBe('done');
  });
});
