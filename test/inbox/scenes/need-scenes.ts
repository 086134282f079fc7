import { ProjectActs } from '../../support/project-acts.js';
import type { World } from '../../support/world.js';
import { DAY, dayAhead, HOUR, REASON, spanAhead, type Scene } from './scene.js';

/** Needs, claims and projects. */
export function needScenes(world: World): readonly Scene[] {
  const acts = new ProjectActs(world);
  const { needs, claims } = acts;
  const officer = 'southeast-officer';
  const proposed = async (more = {}) =>
    needs.step('food-market', 'proposeNeed', await needs.draft('food-market', more));
  const taken = async (more = {}) => needs.step('southeast-committee', 'takeNeed', await proposed(more));
  const project = async () => acts.act(officer, 'takeProject', await acts.start('clinic'));
  const begun = async () => acts.act('clinic', 'beginProject', await project());
  return [
    {
      kind: 'NEED_TO_TAKE',
      stage: async () => ({ by: officer, id: (await proposed()).id }),
      settle: { takeNeed: {}, returnNeed: REASON },
    },
    {
      kind: 'NEED_RETURNED',
      stage: async () => ({
        by: 'food-market',
        id: (await needs.step('southeast-committee', 'returnNeed', await proposed())).id,
      }),
      settle: { proposeNeed: {}, withdrawNeed: {} },
    },
    {
      kind: 'NEED_TO_PLACE',
      stage: async () => ({ by: officer, id: (await taken()).id }),
      settle: { askToClaim: { unitIds: [world.unit('clinic')] }, openNeed: {}, markNeedUnmet: REASON },
    },
    {
      kind: 'NEED_UNCLAIMED',
      stage: async () => {
        const { id } = await taken(spanAhead(world, HOUR));
        await claims.askFor(id, 'clinic');
        world.clock.advance(DAY);
        return { by: officer, id };
      },
      settle: { markNeedUnmet: REASON },
    },
    {
      kind: 'NEED_LAST_WORD',
      stage: async () => ({
        by: 'food-market',
        id: (await needs.step('clinic', 'answerNeed', await acts.claimed('food-market', 'clinic'))).id,
      }),
      settle: { closeNeed: {}, reopenNeed: REASON },
    },
    {
      kind: 'CLAIM_TO_ANSWER',
      stage: async () => ({
        by: 'clinic',
        id: (await claims.askFor((await taken()).id, 'clinic')).get('clinic')?.id ?? '',
      }),
      settle: { answerClaim: { accept: false } },
    },
    {
      kind: 'CLAIM_TO_FULFIL',
      stage: async () => {
        const need = await needs.open('food-market');
        const { id } = await claims.claim('clinic', need.id);
        const { version } = await acts.need(need.id);
        return { by: 'clinic', id, more: { answerNeed: { id: need.id, version, answer: '已办好' } } };
      },
      settle: { answerNeed: {}, giveUpClaim: REASON },
    },
    {
      kind: 'PROJECT_TO_TAKE',
      stage: async () => ({ by: officer, id: (await acts.start('clinic')).id }),
      settle: { takeProject: {}, returnProject: REASON },
    },
    {
      kind: 'PROJECT_RETURNED',
      stage: async () => ({
        by: 'clinic',
        id: (await acts.act(officer, 'returnProject', await acts.start('clinic'))).id,
      }),
      settle: { proposeProject: {}, withdrawProject: {} },
    },
    {
      kind: 'PROJECT_HOST_ASKED',
      stage: async () => {
        const { id, version } = await project();
        const unitId = world.unit('bus-639');
        const { hosts } = await acts.act('clinic', 'askProjectHost', { id, version, unitId });
        return { by: 'bus-639', id: hosts.find(({ unit }) => unit.code === 'bus-639')?.id ?? '' };
      },
      settle: { answerProjectHost: { accept: true } },
    },
    {
      kind: 'PROJECT_STEP',
      stage: async () => {
        const input = { unitId: world.unit('clinic'), title: '勘察', dueOn: dayAhead(world, 3) };
        const { steps } = await acts.act('clinic', 'addProjectStep', {
          projectId: (await project()).id,
          input,
        });
        return { by: 'clinic', id: steps[0]?.id ?? '' };
      },
      settle: { finishProjectStep: {} },
    },
    {
      kind: 'PROJECT_TO_BEGIN',
      stage: async () => ({ by: 'clinic', id: (await project()).id }),
      settle: { beginProject: {}, fileProjectResult: { result: '办好了' }, stopProject: REASON },
    },
    {
      kind: 'PROJECT_RESULT',
      stage: async () => ({ by: 'clinic', id: (await begun()).id }),
      settle: { fileProjectResult: { result: '办好了' }, stopProject: REASON },
    },
    {
      kind: 'PROJECT_LAST_WORD',
      stage: async () => ({
        by: officer,
        id: (await acts.act('clinic', 'fileProjectResult', await begun())).id,
      }),
      settle: { closeProject: {}, reopenProject: REASON },
    },
  ];
}
