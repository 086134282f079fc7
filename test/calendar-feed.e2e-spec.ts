import ICAL from 'ical.js';
import { queryAsSuperuser } from './support/cluster.js';
import { MeetingActs, MOVED_SPAN } from './support/meeting-acts.js';
import { startWorld, type World } from './support/world.js';

const OPEN = `mutation { openCalendarFeed { path openedAt } }`;
const REVOKE = `mutation { revokeCalendarFeed { openedAt } }`;
const TAKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { ... on Post { id } } }`;
const LINES = `query ($id: ID!) { node(id: $id) { ... on Post { auditLines(first: 10) { edges { node { part act } } } } } }`;
const STEP = '$id: ID!, $version: Int!';
const REQUEST = `mutation ($input: RequestBookingInput!) {
  done: requestBooking(input: $input) { ... on Booking { id version state } } }`;
const CONFIRM = `mutation (${STEP}) {
  done: confirmBooking(id: $id, version: $version) { ... on BookingConfirmation { booking { id version state } } } }`;
const MOVE = `mutation (${STEP}, $startsAt: DateTime!, $endsAt: DateTime!) {
  done: moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt) { ... on Booking { id version state } } }`;
const CANCEL = `mutation (${STEP}) {
  done: cancelBooking(id: $id, version: $version) { ... on Booking { id version state } } }`;
const DAY = { startsAt: '2026-12-10T10:00:00+08:00', endsAt: '2026-12-10T12:00:00+08:00' };
const OTHER_DAY = { startsAt: '2026-12-17T10:00:00+08:00', endsAt: '2026-12-17T12:00:00+08:00' };
const DAY_MS = 86_400_000;
const CONFIRMED = { status: 'CONFIRMED', summary: '会议：联席会议' };

interface Booking {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

/** What a calendar makes of an entry. */
interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly location: string | null;
  readonly description: string;
  readonly startsAt: string;
}

describe('the calendar feed of a post', () => {
  let world: World;
  let meetings: MeetingActs;
  let now: Date;

  beforeAll(async () => {
    world = await startWorld();
    meetings = new MeetingActs(world);
    now = world.clock.now();
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });

  beforeEach(() => world.clock.set(now));

  const dayFrom = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString();
  const open = async (account: string) =>
    (await world.as(account).ask<{ openCalendarFeed: { path: string } }>(OPEN)).openCalendarFeed.path;
  const get = (url: string, headers: Record<string, string> = {}) =>
    world.nobody().send({ method: 'GET', url, headers });
  const read = async (path: string): Promise<Entry[]> => {
    const { statusCode, body } = await get(path);
    expect(statusCode).toBe(200);
    return new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const { uid, sequence, summary, location, description, startDate } = event;
      const status = String(component.getFirstPropertyValue('status'));
      const startsAt = startDate.toJSDate().toISOString();
      return { uid, sequence, status, summary, location, description, startsAt };
    });
  };
  const entryOf = async (path: string, uid: string) => (await read(path)).find((entry) => entry.uid === uid);

  it('is opened, read, renewed and revoked; what opens nothing answers as what never was', async () => {
    const { openCalendarFeed: first } = await world
      .as('clinic')
      .ask<{ openCalendarFeed: { path: string; openedAt: string } }>(OPEN);
    expect(first.path).toMatch(/^\/calendar\/310115\.[a-z\d]{52}\.ics$/);
    const { statusCode, headers, body } = await get(first.path);
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(body).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect((await get(first.path, { 'if-none-match': String(headers['etag']) })).statusCode).toBe(304);

    const second = await open('clinic');
    const wrong = await get(first.path.replace(/.\.ics/, '!.ics'));
    expect(wrong.statusCode).toBe(404);
    const alike = async (path: string) => {
      const answer = await get(path);
      expect([answer.statusCode, answer.body]).toEqual([404, wrong.body]);
    };
    await alike(first.path);
    await alike(second.replace('.ics', ''));
    await alike(second.replace('310115', '999999'));
    await alike('/calendar/.ics');
    expect((await get(second)).statusCode).toBe(200);

    await world.as('clinic').ask(REVOKE);
    await alike(second);
    const { errors } = await world.as('clinic').tryAsk(REVOKE);
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('ends with the post', async () => {
    const path = await open('police-post');
    expect((await get(path)).statusCode).toBe(200);
    await world.as('southeast-committee').ask(TAKE, { id: world.post('police-post'), version: 1 });
    const { statusCode, headers, body } = await get(path);
    expect([statusCode, body]).toEqual([404, (await get('/calendar/nothing.ics')).body]);
    expect(headers).not.toHaveProperty('www-authenticate');
  });

  it('keeps its secret to whoever opened it', async () => {
    world.api.lines.length = 0;
    const path = await open('clinic');
    await get(path);
    await get(path.replace('.ics', ''));
    const secret = path.slice('/calendar/310115.'.length, -'.ics'.length);
    expect(world.api.lines).toContainEqual(
      expect.objectContaining({ route: '/calendar/:file', status: 404 }),
    );
    expect(JSON.stringify(world.api.lines)).not.toContain(secret);
    const stored = await queryAsSuperuser(
      `SELECT (SELECT json_agg(f) FROM calendar_feed f)::text || (SELECT json_agg(l) FROM audit_line l)::text AS said`,
      world.api.database.name,
    );
    expect(JSON.stringify(stored)).not.toContain(secret);
    const repeat = { 'idempotency-key': 'open-the-calendar-once' };
    await world.as('clinic').tryAsk(OPEN, {}, repeat);
    const { data } = await world
      .as('clinic')
      .tryAsk<{ openCalendarFeed: { path: string } }>(OPEN, {}, repeat);
    expect(data?.openCalendarFeed.path).toBe('');
  });

  it('shows a meeting to those who read it: drafts to nobody, to stewards no more than its title', async () => {
    const paths = new Map<string, string>();
    for (const account of ['southeast-committee', 'clinic', 'food-market', 'zhoupu-steward', 'resident-1'])
      paths.set(account, await open(account));
    const draft = await meetings.draft();
    const location = '一楼, 东厅; 请走“小门”\\';
    const joint = await meetings.called({ location, about: '第一项\n第二项，电话 13800001234' });
    const working = await meetings.step('callMeeting', await meetings.draft(meetings.working(['clinic'])));
    const seen: Record<string, unknown[]> = {};
    for (const [account, path] of paths) {
      const ids = [draft.id, joint.id, working.id];
      const entries = await read(path);
      seen[account] = ids.map((id) => entries.find(({ uid }) => uid === id)?.location);
    }
    expect(seen).toEqual({
      'southeast-committee': [undefined, location, null],
      clinic: [undefined, location, null],
      'food-market': [undefined, location, undefined],
      'zhoupu-steward': [undefined, null, null],
      'resident-1': [undefined, undefined, undefined],
    });
    const described = await entryOf(paths.get('clinic') ?? '', joint.id);
    expect(described).toMatchObject({ ...CONFIRMED, startsAt: '2026-12-09T06:00:00.000Z' });
    expect(described?.description).toMatch(/^网络：.+\n第一项\n第二项/);
    expect(described?.description).not.toContain('13800001234');
  });

  it('follows a meeting that is moved and cancelled, and forgets what was never called', async () => {
    const path = await open('clinic');
    const committee = await open('southeast-committee');
    const called = await meetings.called();
    const before = await entryOf(path, called.id);
    const moved = await meetings.step('moveMeeting', called, { input: { ...MOVED_SPAN, reason: '停电' } });
    const after = await entryOf(path, called.id);
    expect(after).toMatchObject({ ...CONFIRMED, startsAt: '2026-12-10T01:00:00.000Z' });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    await meetings.step('cancelMeeting', moved, { reason: '改为线上' });
    const cancelled = await entryOf(path, called.id);
    expect(cancelled).toMatchObject({ status: 'CANCELLED', summary: '【已取消】会议：联席会议' });
    expect(cancelled?.description).toContain('取消原因：改为线上');
    expect(cancelled?.sequence).toBeGreaterThan(after?.sequence ?? Infinity);
    const silent = await meetings.step('cancelMeeting', await meetings.draft());
    expect(await entryOf(committee, silent.id)).toBeUndefined();
  });

  it('holds what was confirmed for both sides alone, as one entry through moves and the end', async () => {
    const clinic = world.as('clinic');
    const owner = world.as('bus-639');
    type Done<Thing> = { done: Thing };
    const offerId = await world.offer('bus-45');
    const input = { offerId, networkId: world.network('southeast'), ...DAY, purpose: '体检, 接送' };
    const mine = await open('clinic');
    const theirs = await open('bus-639');
    const others = await open('southeast-committee');
    const confirm = async ({ id, version, state }: Booking): Promise<Booking> => {
      if (state === 'CONFIRMED') return { id, version, state };
      const { done } = await owner.ask<Done<{ booking: Booking }>>(CONFIRM, { id, version });
      return done.booking;
    };
    const { done: asked } = await clinic.ask<Done<Booking>>(REQUEST, { input });
    expect(asked.state).toBe('REQUESTED');
    expect(await entryOf(mine, asked.id)).toMatchObject({ status: 'TENTATIVE' });
    expect(await entryOf(theirs, asked.id)).toMatchObject({ status: 'TENTATIVE' });
    expect(await entryOf(others, asked.id)).toBeUndefined();
    const first = await confirm(asked);
    const taken = await entryOf(mine, first.id);
    expect(taken).toMatchObject({ status: 'CONFIRMED', startsAt: '2026-12-10T02:00:00.000Z' });
    expect(taken?.summary).toMatch(/^借用：/);
    expect(taken?.description).toContain('用途：体检, 接送');
    expect((await entryOf(theirs, first.id))?.summary).toMatch(/^出借：/);
    expect(await entryOf(others, first.id)).toBeUndefined();

    const { done: wish } = await clinic.ask<Done<Booking>>(MOVE, { ...first, ...OTHER_DAY });
    expect(await entryOf(mine, first.id)).toEqual(taken);
    expect(await entryOf(mine, wish.id)).toMatchObject({ status: 'TENTATIVE' });
    const second = await confirm(wish);
    const moved = await entryOf(mine, first.id);
    expect(moved).toMatchObject({ status: 'CONFIRMED', startsAt: '2026-12-17T02:00:00.000Z' });
    expect(moved?.sequence).toBeGreaterThan(taken?.sequence ?? Infinity);
    expect(await entryOf(mine, second.id)).toBeUndefined();

    await clinic.ask(CANCEL, { ...second });
    for (const path of [mine, theirs]) {
      const ended = await entryOf(path, first.id);
      expect(ended?.status).toBe('CANCELLED');
      expect(ended?.sequence).toBeGreaterThan(moved?.sequence ?? Infinity);
    }
  });

  it('reaches from 90 days back to a year ahead', async () => {
    const path = await open('clinic');
    const { id, startsAt } = await meetings.called({ startsAt: dayFrom(366), endsAt: dayFrom(367) });
    const at = async (days: number) => {
      world.clock.set(new Date(Date.parse(startsAt) + days * DAY_MS));
      return (await entryOf(path, id)) !== undefined;
    };
    // It ends a day after its start.
    expect([await at(-366), await at(-364), await at(90), await at(92)]).toEqual([false, true, true, false]);
  });

  it('leaves lines for its holder alone', async () => {
    type Said = { node: { auditLines: { edges: { node: { part: string; act: string } }[] } } };
    await open('developer');
    await world.as('developer').ask(REVOKE);
    const id = world.post('developer');
    const actsSeenBy = async (account: string) => {
      const { node } = await world.as(account).ask<Said>(LINES, { id });
      const lines = node.auditLines.edges.map(({ node: line }) => line);
      return lines.flatMap(({ part, act }) => (part === 'CalendarFeed' ? [act] : [])).toSorted();
    };
    expect(await actsSeenBy('developer')).toEqual(['CREATED', 'REMOVED']);
    expect(await actsSeenBy('southeast-committee')).toEqual([]);
  });
});
