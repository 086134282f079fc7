import { loadConfig } from '#config';
import { readFileSync } from 'node:fs';
import { fillDays, loadExplorerTabs } from '../apps/api/src/explorer-tabs.js';
import { loadExample } from '../apps/standalone/src/load-example.js';
import { QueryLog, type Sent } from './isolation/query-log/query-log.js';
import { compareCommitted } from './sql/committed.js';
import { loadRegionRows } from './support/region-rows.js';
import { startTestApi, type TestApi } from './support/test-api.js';
import { makeTempDir } from './support/temp-dir.js';
import { type Answer, TestClient } from './support/test-client.js';
import { TestRegion } from './support/test-region.js';

const REGION = '310115';

/** Of other units than southeast-committee, which the rest are written for. */
const ASKED_BY: Readonly<Record<string, string>> = {
  '05-inbox': 'bus-639',
  '06-confirm-booking': 'bus-639',
  '15-close-offer': 'bus-639',
  '19-claim-need': 'bus-639',
  '20-start-project': 'bus-639',
  '25-answer-meeting': 'bus-639',
  '30-sign-up': 'bus-639',
};

const IDS = /* GraphQL */ `
  query {
    networks {
      edges {
        node {
          id
          name: code
          needCategories {
            id
            name: standing
          }
        }
      }
    }
    me {
      post {
        unit {
          id
          name: code
        }
      }
    }
    needs {
      edges {
        node {
          id
          name: title
        }
      }
    }
    offers {
      edges {
        node {
          id
          name: title
        }
      }
    }
    bookings {
      edges {
        node {
          id
          name: purpose
        }
      }
    }
    meetings {
      edges {
        node {
          id
          name: title
        }
      }
    }
    menus {
      edges {
        node {
          id
          name: month
        }
      }
    }
    dishes {
      edges {
        node {
          id
          name: title
        }
      }
    }
  }
`;

const including = (node: object): unknown =>
  expect.arrayContaining([{ node: expect.objectContaining(node) as unknown }]) as unknown;

const including639 = expect.arrayContaining([
  expect.objectContaining({ unit: { name: '浦东巴士639车队' } }),
]) as unknown;

/** What tells of an act stands beside what the act itself asks, which its own tests hold. */
const isAnswer = ({ text }: Sent): boolean => text.endsWith(' AS answer');

type Name = { id: string; name: string };
type Named = { edges: { node: Name }[] };
type Ids = Record<'offers' | 'bookings' | 'needs' | 'meetings' | 'menus' | 'dishes', Named> & {
  networks: { edges: { node: Name & { needCategories: Name[] } }[] };
  me: { post: { unit: Name } };
};

describe('the example documents', () => {
  let api: TestApi;
  let region: TestRegion;
  let dir: ReturnType<typeof makeTempDir>;
  let accounts: string;
  let log: QueryLog;

  beforeAll(async () => {
    api = await startTestApi();
    dir = makeTempDir();
    const file = await loadExample(loadConfig({ DATA_DIR: dir.path }), api.database, api.clock);
    accounts = readFileSync(file ?? '', 'utf8');
    log = new QueryLog(api.dataSource);
    region = new TestRegion(api.app, REGION, await loadRegionRows(api.database.ownerUrl, REGION));
  });
  afterAll(async () => {
    await api.close();
    dir.remove();
  });

  /** Puts in what a newcomer looks up: passwords in the file, ids in the answers that the comments name. */
  async function resolve(client: TestClient, text: string): Promise<object> {
    const ids = await client.ask<Ids>(IDS);
    const categories = ids.networks.edges.flatMap(({ node }) => node.needCategories);
    const others = [...categories, ids.me.post.unit].map((node) => ({ node }));
    const filled = text.replaceAll(/<(\w+) ([^>]+)>/g, (_, kind: string, name: string) => {
      if (kind === 'password')
        return new RegExp(`^${REGION} +${name.slice(3)} +(\\S+)`, 'm').exec(accounts)?.[1] ?? '';
      const all: Named = {
        edges: [
          ids.networks,
          ids.offers,
          ids.bookings,
          ids.needs,
          ids.meetings,
          ids.menus,
          ids.dishes,
          { edges: others },
        ].flatMap(({ edges }) => edges),
      };
      const found = all.edges.find(({ node }) => node.name === name);
      if (!found) throw new Error(`Nobody finds the ${kind} ${name}.`);
      return found.node.id;
    });
    return JSON.parse(filled) as object;
  }

  async function run(name: string): Promise<Answer<Record<string, unknown>>> {
    const tabs = await loadExplorerTabs(api.clock.now());
    const tab = tabs.find(({ title }) => title === name);
    if (!tab) throw new Error(`There is no example ${name}.`);
    const client = region.as(ASKED_BY[name] ?? 'southeast-committee');
    const variables = await resolve(client, tab.variables);
    log.statements.length = 0;
    return client.tryAsk(tab.query, variables);
  }

  it.each([
    ['01-sign-in', { signIn: { token: expect.any(String), me: { post: { role: 'SECRETARY' } } } }],
    [
      '02-who-am-i',
      { me: { posts: [{ role: 'SECRETARY' }] }, networks: { edges: [{ node: { code: 'southeast' } }] } },
    ],
    ['03-resource-list', { offers: { totalCount: 8 } }],
    ['04-request-booking', { requestBooking: { state: 'REQUESTED', version: 1 } }],
    ['05-inbox', { bookings: { totalCount: 3 } }],
    ['06-confirm-booking', { confirmBooking: { booking: { state: 'CONFIRMED' }, rivals: [] } }],
    [
      '07-my-bookings',
      { bookings: { edges: including({ offerTitle: '社区活动用车(45座)', state: 'CONFIRMED' }) } },
    ],
    [
      '08-directory',
      { posts: { edges: including({ personName: '浦东巴士639车队联络员', role: 'LIAISON' }) } },
    ],
    ['09-invite-unit', { inviteUnit: { state: 'INVITED', unitCode: 'riverside-clinic' } }],
    ['10-draft-offer', { createOffer: { state: 'DRAFT', version: 1 } }],
    ['11-publish-offer', { publishOffer: { state: 'PUBLISHED', title: '社区议事厅' } }],
    [
      '12-what-is-free',
      {
        whatIsFree: {
          free: expect.arrayContaining([expect.objectContaining({ title: '新周浦人之家' })]),
          unfit: expect.arrayContaining([expect.objectContaining({ reasons: expect.any(Array) })]),
        },
      },
    ],
    ['13-repeat-booking', { requestSeries: { series: { rule: 'FREQ=WEEKLY;COUNT=12' }, clashes: [] } }],
    [
      '14-several-at-once',
      { requestBookings: { bookings: [{ state: 'CONFIRMED' }, { state: 'REQUESTED' }] } },
    ],
    ['15-close-offer', { closeOffer: { bookings: [{ purpose: '参观新区展览馆' }] } }],
    ['16-post-need', { createNeed: { state: 'DRAFT', category: { name: '慈善' } } }],
    ['17-propose-need', { proposeNeed: { state: 'TAKEN', version: 2 } }],
    ['18-who-could-help', { needs: { edges: including({ title: '老人体检接送', matches: including639 }) } }],
    ['19-claim-need', { claimNeed: { state: 'ACCEPTED', need: { state: 'CLAIMED' } } }],
    ['20-start-project', { startProject: { state: 'PLANNED', needs: [{ title: '老人体检接送' }] } }],
    [
      '21-three-lists',
      { threeLists: { needs: { totalCount: 4 }, projects: { edges: including({ title: '老人体检专车' }) } } },
    ],
    ['22-draft-meeting', { createMeeting: { state: 'DRAFT', version: 1 } }],
    ['23-agenda-item', { proposeItem: { state: 'TAKEN', place: 1 } }],
    ['24-call-meeting', { callMeeting: { state: 'CALLED', version: 2 } }],
    ['25-answer-meeting', { answerMeeting: { reply: 'ACCEPTED', comers: ['车队联络员'] } }],
    [
      '26-meetings',
      {
        meetings: { edges: [{ node: { call: { acceptedCount: 1, agenda: [{ place: 1, minutes: 30 }] } } }] },
      },
    ],
    ['27-draft-dish', { createDish: { state: 'DRAFT', version: 1 } }],
    ['28-propose-dish', { proposeDish: { state: 'TAKEN', version: 2 } }],
    ['29-publish-menu', { publishMenu: { state: 'PUBLISHED', edition: 1 } }],
    ['30-sign-up', { signUpForDish: { state: 'CONFIRMED', dish: { places: { freeHeads: 25 } } } }],
    [
      '31-menus',
      {
        menus: {
          edges: [
            {
              node: {
                dishes: {
                  edges: including({ title: '冬季健康讲座', places: { confirmedHeads: 5, freeHeads: 25 } }),
                },
              },
            },
          ],
        },
      },
    ],
    [
      '32-rhythm',
      { rhythm: { periods: expect.arrayContaining([expect.objectContaining({ beat: 'SURVEY' })]) } },
    ],
    ['33-set-up-evaluation', { createEvaluationRound: { state: 'SETUP', version: 1 } }],
    [
      '34-evaluations',
      { evaluationRounds: { edges: including({ name: '年度共建项目评比', currentResult: null }) } },
    ],
    [
      '35-inbox',
      {
        inbox: {
          countsByKind: expect.arrayContaining([expect.objectContaining({ kind: 'MEETING_TO_ANSWER' })]),
          entries: { edges: expect.any(Array) },
        },
      },
    ],
    [
      '37-figures',
      {
        figures: {
          periods: expect.arrayContaining([expect.objectContaining({ isOver: false })]),
          figures: expect.arrayContaining([expect.objectContaining({ name: 'OFFERS_OPEN', withheld: null })]),
        },
      },
    ],
    [
      '36-schedule',
      {
        schedule: {
          countsByKind: expect.arrayContaining([expect.objectContaining({ kind: 'MEETING' })]),
          entries: { edges: including({ kind: 'MEETING', state: 'CONFIRMED' }) },
        },
      },
    ],
    [
      '38-access-token',
      {
        createAccessToken: {
          token: expect.stringMatching(/^lj_310115_[a-z0-9]{47}$/),
          accessToken: { access: 'READ', expiresOn: '2027-05-22' },
        },
      },
    ],
  ])('%s', async (name, data) => {
    expect(await run(name)).toMatchObject({ status: 200, data });
    expect(api.failures).toEqual([]);
    const { sent, committed } = await compareCommitted(name, log.statements.filter(isAnswer));
    expect(sent).toBe(committed);
  });

  it('are all run here, and say in their first line what they show', async () => {
    const tabs = await loadExplorerTabs(api.clock.now());
    expect(tabs).toHaveLength(38);
    for (const { query } of tabs) expect(query).toMatch(/^# [A-Z].{20,}\n/);
  });

  it('let one sign in with the placeholder still in the headers', async () => {
    const tab = (await loadExplorerTabs(api.clock.now()))[0];
    const { authorization } = JSON.parse(tab?.headers ?? '') as { authorization: string };
    const newcomer = new TestClient(api.app, null, authorization.replace('Bearer ', ''));
    const variables = await resolve(region.as('southeast-committee'), tab?.variables ?? '');
    expect(authorization).toMatch(/^[\x20-\x7e]+$/);
    expect(await newcomer.ask(tab?.query ?? '', variables)).toMatchObject({ signIn: { me: {} } });
  });

  it('show spans that are free on the days that the explorer puts in', async () => {
    const { data } = await run('03-resource-list');
    expect(JSON.stringify(data)).toContain('"startsAt":"2026-11-30T01:30:00.000Z"');
    expect(fillDays('<in 9 days>T00:00', new Date('2026-11-22T16:30:00Z'))).toBe('2026-12-02T00:00');
  });
});
