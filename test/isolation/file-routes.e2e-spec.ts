import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { PNG } from '../support/sample-files.js';
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

/** The same walk as over the schema, over the two routes that stand beside it. */
describe('the walls, over the routes of files', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterAll(() => stage.world.close());

  type Answer = Awaited<ReturnType<TestClient['send']>>;
  const whole = ({ statusCode, headers, body }: Answer, id: string): object => ({
    statusCode,
    // The quota of the address shrinks with every request.
    headers: { ...headers, date: '', ratelimit: '' },
    body: body.replaceAll(id, '<id>'),
  });
  const clientOf = (account: string | null): TestClient =>
    account === null ? stage.world.nobody() : stage.world.as(account);

  describe.each(ACTORS)('as %s', (account) => {
    it('a file that one may not see is answered as one that never was', async () => {
      const ask = async (id: string): Promise<object> =>
        whole(await clientOf(account).send({ method: 'GET', url: `/files/${id}` }), id);
      const unknown = await ask(toGlobalId('File', randomUUID()));
      expect(unknown).toMatchObject({ statusCode: account === null ? 401 : 404 });
      const hidden = stage.hiddenFrom(account, 'File');
      expect(hidden.length).toBeGreaterThan(1);
      for (const id of hidden) expect(await ask(id)).toEqual(unknown);
    });

    it.each(['Offer', 'Booking', 'Need', 'Action', 'AgendaItem'] as const)(
      'nothing can be attached to a hidden %s',
      async (type) => {
        const ask = async (id: string): Promise<object> =>
          whole(await clientOf(account).attach(id, 'x.png', PNG), id);
        const unknown = await ask(toGlobalId(type, randomUUID()));
        for (const id of stage.hiddenFrom(account, type)) expect(await ask(id)).toEqual(unknown);
        expect(await ask('no id at all')).toEqual(unknown);
        expect(await ask(stage.world.unit('clinic'))).toEqual(unknown);
      },
    );
  });

  it('one’s own is answered', async () => {
    const id = await stage.file();
    const answer = await stage.world.as('clinic').send({ method: 'GET', url: `/files/${id}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload).toEqual(PNG);
  });
});
