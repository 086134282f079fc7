import { fromGlobalId } from '#graphql';
import { Tenancy, type TenantTransaction } from '#tenancy';
import { queryAsSuperuser } from '../../../../test/support/cluster.js';
import type { SeenRound } from '../../../../test/support/evaluation-acts.js';
import { nodesOf } from '../../../../test/support/judging-acts.js';
import {
  GROUPS,
  type ResultActName,
  ResultActs,
  type SeenObjection,
} from '../../../../test/support/result-acts.js';
import { startWorld, type World } from '../../../../test/support/world.js';
import { ResultPublishing } from '../result/result-publishing.js';
import { EvaluationObjectionService } from './evaluation-objection.service.js';

const [SECRETARY, OBJECTOR, OTHER] = ['southeast-committee', 'police-post', 'developer'];
const WAITS = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

describe('an objection and what is done at the same moment', () => {
  let world: World;
  let acts: ResultActs;
  let round: SeenRound;
  let nominationId: string | undefined;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  beforeEach(async () => {
    const published = await acts.published({ subjects: GROUPS.slice(0, 1) });
    round = published.round;
    nominationId = published.nominations[0]?.id;
  });
  afterAll(() => world.close());

  /** An act that is done but not yet stored. */
  const begin = async (account: string, act: (tx: TenantTransaction) => Promise<unknown>) => {
    const { claims } = world.actingAs(account);
    if (!claims) throw new Error('Who acts has claims.');
    return world.api.app.get(Tenancy).openActing({ ...claims, sessionId: null }, act);
  };
  const objections = () => world.api.app.get(EvaluationObjectionService, { strict: false });
  const keyOf = (type: string, id = '') => fromGlobalId(type, id) ?? '';
  const filing = (account = OBJECTOR, about?: string) => {
    const [roundId, nominationKey] = [
      keyOf('EvaluationRound', round.id),
      about && keyOf('Nomination', about),
    ];
    const objection = { roundId, nominationId: nominationKey ?? null, text: '名次有误' };
    return begin(account, (tx) => objections().file(tx, objection));
  };

  /** What the second hears, which is asked while the first is done but not stored; the first is stored once it waits. */
  const second = async (
    first: { close(): Promise<void> },
    account: string,
    name: ResultActName | 'cancelEvaluationRound',
    of: object,
  ) => {
    const asked = { isOver: false };
    const acting =
      name === 'cancelEvaluationRound'
        ? acts.judging.rounds.tryAct(account, name, of)
        : acts.tryAct(account, name, of);
    const outcome = acting.finally(() => (asked.isOver = true));
    while (!asked.isOver && (await queryAsSuperuser(WAITS, world.api.database.name)).length === 0);
    const waited = !asked.isOver;
    await first.close();
    const { __typename, message, state } = await outcome;
    return { heard: state ?? __typename, message, waited };
  };

  const lastInstants = async () => {
    const { currentResult } = await acts.see(SECRETARY, round.id);
    const until = new Date(currentResult?.noticeUntil ?? '');
    return { until, before: new Date(until.getTime() - 1) };
  };

  it('stops the result that is made final while it is filed', async () => {
    const { until, before } = await lastInstants();
    world.clock.set(before);
    const filed = await filing();
    world.clock.set(until);
    expect(await second(filed, SECRETARY, 'finaliseResult', round)).toMatchObject({
      waited: true,
      message: 'Objections not ruled on: 1. Rule on them first, or wait until their units take them back.',
    });
  });

  it('is refused when it is filed while the result is made final', async () => {
    const { until, before } = await lastInstants();
    world.clock.set(until);
    const publishing = world.api.app.get(ResultPublishing, { strict: false });
    const id = keyOf('EvaluationRound', round.id);
    const final = await begin(SECRETARY, (tx) => publishing.finalise(tx, id, round.version));
    world.clock.set(before);
    expect(await second(final, OBJECTOR, 'fileObjection', { roundId: round.id })).toMatchObject({
      waited: true,
      heard: 'WrongState',
    });
    expect((await acts.see(SECRETARY, round.id)).objections.edges).toEqual([]);
  });

  it('lapses when its round is cancelled while it is filed', async () => {
    const cancelled = await second(await filing(), SECRETARY, 'cancelEvaluationRound', round);
    expect(cancelled).toMatchObject({ waited: true, heard: 'CANCELLED' });
    const [objection] = nodesOf((await acts.see(OBJECTOR, round.id)).objections);
    expect(objection?.state).toBe('LAPSED');
  });

  it.each(['the whole round', 'one nomination'])(
    'is taken once of two that a unit files to %s',
    async (matter) => {
      const about = matter === 'one nomination' ? nominationId : undefined;
      const again = { roundId: round.id, nominationId: about };
      expect(await second(await filing(OBJECTOR, about), OBJECTOR, 'fileObjection', again)).toMatchObject({
        waited: true,
        heard: 'WrongState',
        message: expect.stringMatching(/^Your unit has objected to this already/),
      });
      expect((await acts.see(SECRETARY, round.id)).objections.edges).toHaveLength(1);
    },
  );

  it('does not wait for that of another unit', async () => {
    const other = await second(await filing(), OTHER, 'fileObjection', { roundId: round.id });
    expect(other).toMatchObject({ waited: false, heard: 'FILED' });
  });

  const ruling = ({ id, version }: SeenObjection) => {
    const key = keyOf('EvaluationObjection', id);
    return begin(SECRETARY, (tx) => objections().rule(tx, key, version, { upheld: true, ruling: '成立' }));
  };
  const withdrawing = ({ id, version }: SeenObjection) =>
    begin(OBJECTOR, (tx) => objections().withdraw(tx, keyOf('EvaluationObjection', id), version));

  it.each([
    ['ruleOnObjection', SECRETARY],
    ['withdrawEvaluationObjection', OBJECTOR],
  ] as const)('is ruled on once: whoever comes second by %s is told to look again', async (name, account) => {
    const objection = await acts.file(OBJECTOR, round);
    expect(await second(await ruling(objection), account, name, objection)).toMatchObject({
      waited: true,
      heard: 'StaleVersion',
    });
    const [stands] = nodesOf((await acts.see(SECRETARY, round.id)).objections);
    expect([stands?.state, stands?.ruling]).toEqual(['UPHELD', '成立']);
  });

  it.each([
    ['UPHELD', ruling],
    ['WITHDRAWN', withdrawing],
  ] as const)('stays %s in a round that is cancelled at the same moment', async (state, act) => {
    const objection = await acts.file(OBJECTOR, round);
    const cancelled = await second(await act(objection), SECRETARY, 'cancelEvaluationRound', round);
    expect(cancelled).toMatchObject({ waited: true, heard: 'CANCELLED' });
    const [stands] = nodesOf((await acts.see(SECRETARY, round.id)).objections);
    expect(stands?.state).toBe(state);
  });
});
