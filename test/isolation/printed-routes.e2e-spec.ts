import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import type { TestClient } from '../support/test-client.js';
import { Stage } from './schema-walk/stage.js';

const ACTORS = [
  'southeast-committee',
  'southeast-officer',
  'clinic',
  'owners-committee',
  'resident-1',
  'zhoupu-steward',
  null,
];
const FORMS = ['html', 'xlsx'] as const;
const PAPERS = ['call', 'sign-in-sheet', 'minutes'].flatMap((kind) => [`${kind}.html`, `${kind}.docx`]);

/** The same walk as over the schema, over the routes on which the three lists, menus, slips, the papers of meetings and what of an evaluation is hung up are printed. */
describe('the walls, over the routes of what is printed', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterAll(() => stage.world.close());

  const clientOf = (account: string | null): TestClient =>
    account === null ? stage.world.nobody() : stage.world.as(account);

  /** All of the answer; of a workbook what stands in it, as its zip says when it was made. */
  async function ask(account: string | null, form: (typeof FORMS)[number], id: string, query = '') {
    const url = `/networks/${id}/three-lists.${form}${query}`;
    const { statusCode, headers, body, rawPayload } = await clientOf(account).send({ method: 'GET', url });
    const isBook = form === 'xlsx' && statusCode === 200;
    return {
      statusCode,
      // The quota of the address shrinks with every request.
      headers: { ...headers, date: '', ratelimit: '', 'content-length': '' },
      body: isBook
        ? (await readXlsx(rawPayload)).sheets.map(({ name, rows }) => ({ name, rows }))
        : body.replaceAll(id, '<id>'),
    };
  }

  async function askRhythm(account: string | null, id: string, form: (typeof FORMS)[number]) {
    const url = `/networks/${id}/rhythm.${form}`;
    const { statusCode, headers, body } = await clientOf(account).send({ method: 'GET', url });
    return { statusCode, headers: { ...headers, date: '', ratelimit: '' }, body };
  }

  async function askPaper(account: string | null, id: string, paper: string) {
    const url = `/meetings/${id}/${paper}`;
    const { statusCode, headers, body } = await clientOf(account).send({ method: 'GET', url });
    return { statusCode, headers: { ...headers, date: '', ratelimit: '' }, body };
  }

  async function askMenu(account: string | null, id: string, form: (typeof FORMS)[number]) {
    const url = `/menus/${id}/menu.${form}`;
    const { statusCode, headers, body } = await clientOf(account).send({ method: 'GET', url });
    return { statusCode, headers: { ...headers, date: '', ratelimit: '' }, body };
  }

  async function askSlips(account: string | null, id: string) {
    const url = `/dish-dates/${id}/review-slips.html?count=1`;
    const { statusCode, headers, body } = await clientOf(account).send({ method: 'POST', url });
    return { statusCode, headers: { ...headers, date: '', ratelimit: '' }, body };
  }

  async function askPrinted(account: string | null, url: string) {
    const { statusCode, headers, body } = await clientOf(account).send({ method: 'GET', url });
    return { statusCode, headers: { ...headers, date: '', ratelimit: '' }, body };
  }

  describe.each(ACTORS)('as %s', (account) => {
    it.each([
      ['EvaluationRound', '/evaluation-rounds/$/ranking.html'],
      ['EvaluationRound', '/evaluation-rounds/$/ranking.xlsx'],
      ['EvaluationRound', '/evaluation-rounds/$/draft.html'],
      ['EvaluationStanding', '/evaluation-standings/$/account.html'],
      ['Recognition', '/recognitions/$/certificate.html'],
    ] as const)('of a %s that one may not see nothing is printed: %s', async (type, route) => {
      const unknown = await askPrinted(account, route.replace('$', toGlobalId(type, randomUUID())));
      expect(unknown).toMatchObject({ statusCode: account === null ? 401 : 404 });
      const hidden = stage.hiddenFrom(account, type);
      // A committee reads every account of its network, and no other has a result here.
      const seesAll = type === 'EvaluationStanding' && account?.startsWith('southeast-');
      expect(hidden.length).toBeGreaterThan(seesAll ? -1 : 0);
      for (const id of [...hidden, 'no-id-at-all', stage.world.unit('clinic')])
        expect([id, await askPrinted(account, route.replace('$', id))]).toEqual([id, unknown]);
    });

    it('slips are printed for no date that one may not see, nor is said whether there is one', async () => {
      const unknown = await askSlips(account, toGlobalId('DishDate', randomUUID()));
      // Representatives and stewards hand out nothing.
      const isBystander = account === 'resident-1' || account === 'zhoupu-steward';
      expect(unknown).toMatchObject({ statusCode: account === null ? 401 : isBystander ? 403 : 404 });
      const hidden = stage.hiddenFrom(account, 'DishDate');
      expect(hidden.length).toBeGreaterThan(0);
      for (const id of [...hidden, 'no-id-at-all', stage.world.unit('clinic')])
        expect([id, await askSlips(account, id)]).toEqual([id, unknown]);
    });

    it.each(FORMS)('a menu that one may not see is answered as one that never was: %s', async (form) => {
      const unknown = await askMenu(account, toGlobalId('Menu', randomUUID()), form);
      expect(unknown).toMatchObject({ statusCode: account === null ? 401 : 404 });
      const hidden = stage.hiddenFrom(account, 'Menu');
      expect(hidden.length).toBeGreaterThan(0);
      for (const id of [...hidden, 'no-id-at-all', stage.world.unit('clinic')])
        expect(await askMenu(account, id, form)).toEqual(unknown);
    });

    it.each(FORMS)(
      'the rhythm of a network that one may not see is answered as of one that never was: %s',
      async (form) => {
        const unknown = await askRhythm(account, toGlobalId('Network', randomUUID()), form);
        expect(unknown).toMatchObject({ statusCode: account === null ? 401 : 404 });
        for (const id of [
          ...stage.hiddenFrom(account, 'Network'),
          'no-id-at-all',
          stage.world.unit('clinic'),
        ])
          expect(await askRhythm(account, id, form)).toEqual(unknown);
      },
    );

    it.each(FORMS)('a network that one may not see is answered as one that never was: %s', async (form) => {
      const unknown = await ask(account, form, toGlobalId('Network', randomUUID()));
      expect(unknown).toMatchObject({ statusCode: account === null ? 401 : 404 });
      const hidden = stage.hiddenFrom(account, 'Network');
      expect(hidden.length).toBeGreaterThan(0);
      for (const id of [...hidden, 'no-id-at-all', stage.world.unit('clinic')])
        expect(await ask(account, form, id)).toEqual(unknown);
    });

    it.each(FORMS)(
      'a unit or category that one may not see filters like one that never was: %s',
      async (form) => {
        const network = stage.world.network('southeast');
        for (const [name, type] of [
          ['unitId', 'Unit'],
          ['categoryIds', 'NeedCategory'],
        ] as const) {
          const unknown = await ask(account, form, network, `?${name}=${toGlobalId(type, randomUUID())}`);
          for (const id of stage.hiddenFrom(account, type))
            expect(await ask(account, form, network, `?${name}=${id}`)).toEqual(unknown);
        }
      },
    );

    it.each(PAPERS)(
      'a meeting that one may not read is answered as one that never was: %s',
      async (paper) => {
        const unknown = await askPaper(account, toGlobalId('Meeting', randomUUID()), paper);
        expect(unknown).toMatchObject({ statusCode: account === null ? 401 : 404 });
        // Of what the clinic does not see, a steward reads that it is held, and nothing that is printed.
        const hidden = stage.hiddenFrom(account === 'zhoupu-steward' ? 'clinic' : account, 'Meeting');
        expect(hidden.length).toBeGreaterThan(0);
        for (const id of [...hidden, 'no-id-at-all', stage.world.unit('clinic')])
          expect([id, await askPaper(account, id, paper)]).toEqual([id, unknown]);
      },
    );
  });
});
