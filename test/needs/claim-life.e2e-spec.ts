import { ClaimActs } from '../support/claim-acts.js';
import { NeedActs, type SeenNeed } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const NEED = `query ($id: ID!) { need(id: $id) {
  state version placesLeft contact { phone } claims { totalCount edges { node { state unit { code } } } }
} }`;
const CLAIM = `query ($id: ID!) { claim(id: $id) { state chatText need { title } network { code } } node(id: $id) { id } }`;

interface Seen {
  state: string;
  version: number;
  placesLeft: number;
  contact: { phone: string } | null;
  claims: { totalCount: number; edges: { node: { state: string; unit: { code: string } | null } }[] };
}

describe('a claim', () => {
  let world: World;
  let needs: NeedActs;
  let claims: ClaimActs;
  const committee = 'southeast-committee';

  beforeAll(async () => {
    world = await startWorld();
    needs = new NeedActs(world);
    claims = new ClaimActs(world);
  });
  afterAll(() => world.close());

  const open = (places = 1): Promise<SeenNeed> =>
    needs.open('clinic', { places, contactName: '值班', contactPhone: '021-55550000' });
  const taken = async (places = 1): Promise<SeenNeed> => {
    const draft = await needs.draft('clinic', { places, contactPhone: '021-55550000' });
    return needs.step(committee, 'takeNeed', await needs.step('clinic', 'proposeNeed', draft));
  };
  const see = async (account: string, id: string): Promise<Seen> =>
    (await claims.as(account).ask<{ need: Seen }>(NEED, { id })).need;
  const readsContact = async (id: string, ...accounts: string[]): Promise<string[]> => {
    const seen = await Promise.all(accounts.map(async (one) => [one, await see(one, id)] as const));
    return seen.filter(([, { contact }]) => contact !== null).map(([account]) => account);
  };

  it('takes the lowest free place of an open need, and shows whom to ring to its unit alone', async () => {
    const need = await open(2);
    const mine = await claims.claim('food-market', need.id);
    expect(mine).toMatchObject({ way: 'TAKEN', state: 'ACCEPTED', askedAt: null, version: 1 });
    expect(await see('police-post', need.id)).toMatchObject({
      state: 'OPEN',
      placesLeft: 1,
      contact: null,
      claims: {
        totalCount: 1,
        edges: [
          {
            node: {
              state: 'ACCEPTED',
              unit: { code: 'food-market' },
            },
          },
        ],
      },
    });
    expect(await readsContact(need.id, 'food-market', 'police-post')).toEqual(['food-market']);
    await claims.claim('police-post', need.id);
    expect(await see('developer', need.id)).toMatchObject({ state: 'CLAIMED', placesLeft: 0 });
    expect(await readsContact(need.id, 'food-market', 'police-post', 'developer')).toEqual([
      'food-market',
      'police-post',
    ]);
    expect(await claims.tryClaim('developer', need.id)).toMatchObject({
      __typename: 'NoPlaceLeft',
      code: 'NO_PLACE_LEFT',
      claimedBy: [{ code: 'food-market' }, { code: 'police-post' }],
    });
  });

  it('of one’s own need is refused by name, also where the committee writes it down', async () => {
    const need = await open();
    for (const [account, onBehalfOf] of [['clinic'], [committee, 'clinic']] as const) {
      const { __typename, code, message } = await claims.tryClaim(account, need.id, onBehalfOf);
      expect([__typename, code]).toEqual(['OwnNeed', 'OWN_NEED']);
      expect(message).toMatch(/own need/);
    }
  });

  it('of a need of residents is open to the committee that posted it', async () => {
    const need = await needs.open(committee, { source: 'RESIDENTS' });
    expect(await claims.claim(committee, need.id)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('waits for what is open: a taken, a withdrawn and a closed need say what they are', async () => {
    const held = await taken();
    expect(await claims.tryClaim('food-market', held.id)).toMatchObject({ currentState: 'TAKEN' });
    const gone = await open();
    await needs.step('clinic', 'withdrawNeed', gone);
    expect(await claims.tryClaim('food-market', gone.id)).toMatchObject({ currentState: 'WITHDRAWN' });
  });

  it('of what one does not see ends as that of a random id', async () => {
    const draft = await needs.draft('clinic');
    const elsewhere = await needs.open('riverside-primary', {}, 'riverside');
    for (const needId of [draft.id, elsewhere.id]) {
      await expect(claims.tryClaim('food-market', needId)).rejects.toThrow('NOT_FOUND');
    }
  });

  it('has no second of the same unit', async () => {
    const need = await open(2);
    await claims.claim('food-market', need.id);
    expect(await claims.tryClaim('food-market', need.id)).toMatchObject({
      __typename: 'AlreadyClaimed',
      code: 'ALREADY_EXISTS',
    });
    expect(await see('clinic', need.id)).toMatchObject({ placesLeft: 1 });
  });

  it('that was asked for is known to its unit and the committee; so is a no', async () => {
    const need = await taken();
    const asked = await claims.askFor(need.id, 'food-market', 'police-post');
    const readers = async (): Promise<string[]> => {
      const all = ['food-market', 'police-post', committee, 'clinic', 'developer', 'riverside-primary'];
      const seen = await Promise.all(all.map((account) => claims.list(account, { needId: need.id })));
      return all.filter((_, index) => seen[index]?.some(({ unit }) => unit?.code === 'food-market'));
    };
    expect(await readers()).toEqual(['food-market', committee]);
    expect((await see('developer', need.id)).claims.totalCount).toBe(0);
    const mine = asked.get('food-market');
    const { claim, node } = await world.as('developer').ask<{ claim: null; node: null }>(CLAIM, mine);
    expect([claim, node]).toEqual([null, null]);
    const no = await claims.step('food-market', 'answerClaim', mine!, { accept: false, reason: '人手不足' });
    expect(no).toMatchObject({ state: 'DECLINED', reason: '人手不足', acceptedAt: null });
    expect(await readers()).toEqual(['food-market', committee]);
    expect(await readsContact(need.id, 'food-market', 'police-post')).toEqual([]);
    const yes = await claims.step('police-post', 'answerClaim', asked.get('police-post')!, { accept: true });
    expect(yes).toMatchObject({ state: 'ACCEPTED', way: 'ASKED' });
    expect(await see('developer', need.id)).toMatchObject({ state: 'CLAIMED', claims: { totalCount: 1 } });
  });

  it('that was asked for waits in the inbox of its unit until it is answered', async () => {
    const need = await taken();
    const inbox = { unitId: world.unit('savings-bank'), states: ['ASKED'] };
    expect(await claims.list('savings-bank', inbox)).toEqual([]);
    const asked = await claims.askFor(need.id, 'savings-bank');
    expect(await claims.list('savings-bank', inbox)).toHaveLength(1);
    expect(await claims.list('savings-bank', { ...inbox, ways: ['CALLED'] })).toEqual([]);
    await claims.step('savings-bank', 'answerClaim', asked.get('savings-bank')!, { accept: false });
    expect(await claims.list('savings-bank', inbox)).toEqual([]);
  });

  it('is asked of nobody twice, of no guest, of no stranger and never of the haver; nothing is half done', async () => {
    const need = await open();
    await claims.askFor(need.id, 'food-market');
    const again = await claims.tryAskFor(need.id, ['police-post', 'food-market']);
    expect(again).toMatchObject({ __typename: 'AlreadyClaimed', units: [{ code: 'food-market' }] });
    expect(await claims.tryAskFor(need.id, ['police-post', 'clinic'])).toMatchObject({
      __typename: 'OwnNeed',
    });
    await expect(claims.tryAskFor(need.id, ['police-post', 'riverside-primary'])).rejects.toThrow(
      /NOT_FOUND.*unitIds\.1/,
    );
    expect(await claims.list(committee, { needId: need.id })).toHaveLength(1);
  });

  it('falls away when the places are full, and whoever was too late learns who was first', async () => {
    const need = await open();
    const asked = await claims.askFor(need.id, 'food-market', 'police-post');
    await claims.claim('developer', need.id);
    const late = await claims.tryStep('food-market', 'answerClaim', {
      ...asked.get('food-market'),
      accept: true,
    });
    expect(late).toMatchObject({ __typename: 'NoPlaceLeft', claimedBy: [{ code: 'developer' }] });
    expect(await claims.list('police-post', { needId: need.id, states: ['WITHDRAWN'] })).toHaveLength(1);
  });

  it('from the open list is the yes of a unit that was asked', async () => {
    const need = await open();
    const asked = await claims.askFor(need.id, 'food-market');
    const { id, way, version } = await claims.claim('food-market', need.id);
    expect({ id, way, version }).toEqual({ id: asked.get('food-market')?.id, way: 'ASKED', version: 2 });
  });

  it('is answered by its own unit alone, and withdrawn by the committee alone', async () => {
    const need = await taken();
    const mine = (await claims.askFor(need.id, 'food-market')).get('food-market')!;
    const accept = { id: mine.id, version: mine.version, accept: true };
    await expect(claims.tryStep(committee, 'answerClaim', accept)).rejects.toThrow('FORBIDDEN');
    await expect(claims.tryStep('police-post', 'answerClaim', accept)).rejects.toThrow('NOT_FOUND');
    await expect(claims.tryStep('food-market', 'withdrawClaim', mine)).rejects.toThrow('FORBIDDEN');
    expect(await claims.tryStep(committee, 'withdrawClaim', { ...mine, version: 9 })).toMatchObject({
      __typename: 'StaleVersion',
    });
    const gone = await claims.step(committee, 'withdrawClaim', mine);
    expect(await claims.tryStep('food-market', 'answerClaim', { ...accept, version: 2 })).toMatchObject({
      currentState: gone.state,
    });
  });

  it('that is given up frees its place, and its unit reads whom to ring no longer', async () => {
    const need = await open();
    const mine = await claims.claim('food-market', need.id);
    const given = await claims.step('food-market', 'giveUpClaim', mine);
    expect(given).toMatchObject({ state: 'GIVEN_UP', reason: '车辆临时检修' });
    expect(await see('food-market', need.id)).toMatchObject({ state: 'OPEN', contact: null, placesLeft: 1 });
    expect(await claims.claim('police-post', need.id)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('that is given up leads back to where the need stood: taken, if it never was open', async () => {
    const need = await taken();
    const mine = (await claims.askFor(need.id, 'food-market')).get('food-market')!;
    const accepted = await claims.step('food-market', 'answerClaim', mine, { accept: true });
    await claims.step('food-market', 'giveUpClaim', accepted);
    expect(await see('food-market', need.id)).toMatchObject({ state: 'TAKEN' });
  });

  it('that is given up leaves the others at work', async () => {
    const need = await open(2);
    const [mine, theirs] = [
      await claims.claim('food-market', need.id),
      await claims.claim('police-post', need.id),
    ];
    const there = await claims.step('food-market', 'noteArrival', mine);
    await claims.step('police-post', 'giveUpClaim', theirs);
    expect(await see('clinic', need.id)).toMatchObject({ state: 'IN_PROGRESS', placesLeft: 0 });
    await claims.step('food-market', 'giveUpClaim', there);
    expect(await see('clinic', need.id)).toMatchObject({ state: 'OPEN', placesLeft: 2 });
  });

  it('keeps when help was there and when it had done, and begins the need with it', async () => {
    const need = await open();
    const mine = await claims.claim('fire-squadron', need.id);
    const acceptedAt = Date.parse(mine.acceptedAt ?? '');
    const minute = (count: number): string => new Date(acceptedAt + count * 60_000).toISOString();
    world.clock.set(minute(30));
    const noteAt = (name: 'noteArrival' | 'noteFinish', claim: object, at: string) =>
      claims.tryStep('fire-squadron', name, { ...claim, at });
    await expect(noteAt('noteArrival', mine, minute(31))).rejects.toThrow('BAD_USER_INPUT');
    await expect(noteAt('noteArrival', mine, minute(-1))).rejects.toThrow('BAD_USER_INPUT');
    expect((await see('clinic', need.id)).state).toBe('CLAIMED');
    const there = await claims.step('fire-squadron', 'noteArrival', mine, { at: minute(10) });
    expect((await see('clinic', need.id)).state).toBe('IN_PROGRESS');
    await expect(noteAt('noteFinish', there, minute(9))).rejects.toThrow('BAD_USER_INPUT');
    const done = await claims.step('fire-squadron', 'noteFinish', there);
    expect([done.arrivedAt, done.finishedAt].map((at) => Date.parse(at ?? ''))).toEqual([
      acceptedAt + 10 * 60_000,
      acceptedAt + 30 * 60_000,
    ]);
    const corrected = await claims.step('fire-squadron', 'noteArrival', done, { at: minute(12) });
    await expect(noteAt('noteArrival', corrected, minute(30.5))).rejects.toThrow('BAD_USER_INPUT');
  });

  it('is written down by the committee for a unit that telephones', async () => {
    const need = await open();
    const mine = await claims.claim(committee, need.id, 'food-market');
    expect(mine.unit).toEqual({ code: 'food-market' });
    const onBehalfOf = world.unit('food-market');
    const there = await claims.step(committee, 'noteArrival', mine, { onBehalfOf });
    await claims.step(committee, 'noteFinish', there, { onBehalfOf });
    expect(await readsContact(need.id, 'food-market')).toEqual(['food-market']);
    const LINES = `query ($id: ID!) { claim(id: $id) { auditLines { edges { node { act manner unit { code } } } } } }`;
    const { claim } = await world
      .as('developer')
      .ask<{ claim: { auditLines: { edges: object[] } } }>(LINES, mine);
    expect(claim.auditLines.edges).toContainEqual({
      node: { act: 'ACCEPTED', manner: 'ON_BEHALF', unit: { code: 'food-market' } },
    });
    const asked = (await claims.askFor((await taken()).id, 'police-post')).get('police-post')!;
    const no = await claims.step(committee, 'answerClaim', asked, {
      accept: false,
      onBehalfOf: world.unit('police-post'),
    });
    expect(no.state).toBe('DECLINED');
  });

  it('can be tried first', async () => {
    const need = await open();
    const TRY = `mutation ($needId: ID!) { claimNeed(needId: $needId, tryOnly: true) { ... on Claim { state need { state } } } }`;
    const { claimNeed } = await world.as('food-market').ask<{ claimNeed: object }>(TRY, { needId: need.id });
    expect(claimNeed).toEqual({ state: 'ACCEPTED', need: { state: 'CLAIMED' } });
    expect(await see('food-market', need.id)).toMatchObject({ state: 'OPEN', contact: null });
  });

  it('has a text for the group chat', async () => {
    const need = await taken();
    const asked = (await claims.askFor(need.id, 'food-market')).get('food-market')!;
    const chat = async (account: string) =>
      (await claims.as(account).ask<{ claim: { chatText: string } }>(CLAIM, asked)).claim.chatText;
    expect((await chat(committee)).split('\n')).toEqual([
      '【需求对接】东南菜场：东南医务站的“活动需要一辆车”请贵单位帮助，能否承接，请予答复。',
      '内容：接送老人去体检。',
    ]);
    await claims.step('food-market', 'answerClaim', asked, { accept: false, reason: '请电 13812345678' });
    expect((await chat('food-market')).split('\n')).toEqual([
      '【需求未承接】东南菜场：东南医务站的“活动需要一辆车”，未承接。',
      '原因：请电 ****5678',
    ]);
  });

  it('counts who was asked how often: all for the committee, one’s own for a unit, none for others', async () => {
    const COUNTS = `query ($id: ID!) { need(id: $id) { askedCounts { unit { code } asked accepted declined lastAskedAt } } }`;
    const need = await open();
    const count = async (account: string, unit: string) => {
      const seen = await claims
        .as(account)
        .ask<{ need: { askedCounts: { unit: { code: string } }[] } }>(COUNTS, need);
      return seen.need.askedCounts.filter((one) => one.unit.code === unit);
    };
    expect(await count(committee, 'secondary-school')).toEqual([]);
    const asked = await claims.askFor(need.id, 'secondary-school', 'party-school');
    const no = { accept: false };
    await claims.step('secondary-school', 'answerClaim', asked.get('secondary-school')!, no);
    const again = (await claims.askFor(need.id, 'secondary-school')).get('secondary-school')!;
    await claims.step('secondary-school', 'answerClaim', again, { accept: true });
    const counts = [{ asked: 2, accepted: 1, declined: 1, lastAskedAt: expect.any(String) }];
    expect(await count(committee, 'secondary-school')).toMatchObject(counts);
    expect(await count('secondary-school', 'secondary-school')).toMatchObject(counts);
    expect(await count('secondary-school', 'party-school')).toEqual([]);
    for (const account of ['clinic', 'zhoupu-steward']) {
      expect(await count(account, 'secondary-school')).toEqual([]);
    }
    world.clock.advance(366 * 86_400_000);
    expect(await count(committee, 'secondary-school')).toEqual([]);
  });
});
