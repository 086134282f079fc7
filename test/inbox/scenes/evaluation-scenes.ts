import { EvaluationActs } from '../../support/evaluation-acts.js';
import { nodesOf } from '../../support/judging-acts.js';
import { ExtraPosts } from '../../support/extra-posts.js';
import { judgeOf, PARTNERS_ALONE, ResultActs } from '../../support/result-acts.js';
import type { World } from '../../support/world.js';
import { DAY, HOUR, instantAhead, REASON, type Scene } from './scene.js';

const secretary = 'southeast-committee';
const officer = 'savings-bank';

/** Rounds until scoring begins. */
export function roundScenes(world: World): readonly Scene[] {
  const rounds = new EvaluationActs(world);
  const { nominations } = new ResultActs(world).judging;
  return [
    {
      kind: 'NOMINATION_RETURNED',
      stage: async () => {
        const roundId = await nominations.nominating({ subjectKind: 'BUILDING_GROUP' });
        const submitted = await nominations.submitted('clinic', roundId, { subjectLabel: '三号楼组' });
        return { by: 'clinic', id: (await nominations.act(secretary, 'returnNomination', submitted)).id };
      },
      settle: { submitNomination: {}, withdrawNomination: {} },
    },
    {
      kind: 'RETURNING_OFFICER_TO_APPOINT',
      stage: async () => ({ by: secretary, id: (await rounds.nominating()).id }),
      settle: { appointReturningOfficer: { postId: world.post(officer) }, askStreetOffice: {} },
    },
    {
      kind: 'RETURNING_OFFICE_ASKED',
      stage: async () => ({
        by: 'zhoupu-steward',
        id: (await rounds.act(secretary, 'askStreetOffice', await rounds.nominating())).id,
      }),
      settle: { acceptReturningOffice: {} },
    },
    {
      kind: 'NOMINATIONS_MISSING',
      stage: async () => {
        const { id } = await rounds.nominating({ nominationsUntil: instantAhead(world, HOUR) });
        world.clock.advance(2 * HOUR);
        const later = { input: { nominationsUntil: instantAhead(world, DAY) } };
        return { by: secretary, id, more: { updateEvaluationRound: later } };
      },
      settle: { updateEvaluationRound: {}, cancelEvaluationRound: REASON },
    },
    {
      kind: 'SCORING_TO_BEGIN',
      stage: async () => {
        const { id } = await rounds.ready({ nominationsUntil: instantAhead(world, HOUR) });
        world.clock.advance(2 * HOUR);
        return { by: secretary, id };
      },
      settle: { beginScoring: {} },
    },
  ];
}

/** Judging, and what comes of it. */
export function resultScenes(world: World): readonly Scene[] {
  const acts = new ResultActs(world, officer);
  const { judging } = acts;
  /** Of the last one what has not been submitted. */
  const almost = async (changes: object) => {
    const { round, roll } = await judging.settled([['clinic', { subjectLabel: '一号楼组' }]], {
      ...PARTNERS_ALONE,
      ...changes,
    });
    const all = nodesOf(roll.assignments);
    for (const one of all.slice(1))
      await judging.tryAct(officer, 'dropAssignment', { id: one.id, version: one.version });
    return { round, last: all[0] };
  };
  const contested = async () => {
    const { round, nominations } = await acts.published();
    return { round, nominations, objection: await acts.file('police-post', round) };
  };
  const unsettled = async () => {
    const { round } = await judging.scoring([['clinic', { subjectLabel: '三号楼组' }]], PARTNERS_ALONE);
    return judging.roll(round.id);
  };
  return [
    {
      kind: 'JUDGES_TO_PROPOSE',
      stage: async () => ({ by: officer, id: (await unsettled()).id }),
      settle: { proposeJudges: {} },
    },
    {
      kind: 'JUDGES_TO_SETTLE',
      stage: async () => ({ by: officer, id: (await judging.onRoll('proposeJudges', await unsettled())).id }),
      settle: { settleAssignments: {} },
    },
    {
      kind: 'SHEET_TO_SCORE',
      stage: async () => {
        const { last } = await almost({});
        const nominationId = last?.nomination?.id ?? '';
        const by = last ? judgeOf(last) : '';
        const { sheet } = await judging.save(by, nominationId, ['80', '70']);
        const submit = { nominationId, version: sheet?.version };
        return { by, id: last?.id ?? '', more: { submitScoreSheet: submit } };
      },
      settle: { submitScoreSheet: {} },
    },
    {
      kind: 'SHEETS_MISSING',
      stage: async () => {
        const { round, last } = await almost({ scoringUntil: instantAhead(world, DAY) });
        const { id, judges } = await judging.roll(round.id);
        const judge = nodesOf(judges).find(({ personName }) => personName === last?.judgeName);
        world.clock.advance(2 * DAY);
        const drop = { id: last?.id, version: last?.version };
        const excuse = { id: judge?.id, version: judge?.version, ...REASON };
        return {
          by: officer,
          id,
          more: { excuseJudge: excuse, dropAssignment: { ...drop, ...REASON } },
        };
      },
      settle: { excuseJudge: {}, dropAssignment: {} },
    },
    {
      kind: 'SCORING_TO_CLOSE',
      stage: async () => ({ by: officer, id: (await acts.scored()).round.id }),
      settle: { closeScoring: {} },
    },
    {
      kind: 'RESULT_TO_PUBLISH',
      stage: async () => ({ by: secretary, id: (await acts.closed()).round.id }),
      settle: { publishResult: {} },
    },
    {
      kind: 'RESULT_TO_CORRECT',
      stage: async () => {
        const { round, nominations, objection } = await contested();
        await acts.tryAct(secretary, 'ruleOnObjection', { ...objection, upheld: true, ...REASON });
        const first = await judging.nominations.see(secretary, nominations[0]?.id ?? '');
        const exclude = { id: first?.id, version: first?.version, ...REASON };
        return { by: secretary, id: round.id, more: { excludeNomination: exclude } };
      },
      settle: { excludeNomination: {}, withholdAward: { position: 1, ...REASON } },
    },
    {
      kind: 'RESULT_TO_FINALISE',
      stage: async () => {
        const { round } = await acts.published();
        await acts.passNotice(round);
        return { by: secretary, id: round.id };
      },
      settle: { finaliseResult: {} },
    },
    {
      kind: 'RESULT_OBJECTION',
      stage: async () => ({ by: secretary, id: (await contested()).objection.id }),
      settle: { ruleOnObjection: { upheld: false, ...REASON } },
    },
    {
      kind: 'RESULT_OBJECTION_TO_PASS_ON',
      stage: async () => {
        const { id } = (await contested()).objection;
        // Whoever could rule has a post with the unit that objects since.
        await new ExtraPosts(world).give(secretary, { role: 'DEPUTY', unit: 'police-post' });
        return { by: 'southeast-officer', id };
      },
      settle: { passObjectionOn: {} },
    },
  ];
}
