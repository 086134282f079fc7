import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In, Not } from 'typeorm';
import { ActionReport } from '../action/action-report.entity.js';
import { Action, ActionState } from '../action/action.entity.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { consentOf } from '../motion/consent.js';
import { Ballot, Motion } from '../motion/motion.entity.js';
import { OUTCOMES } from '../motion/outcome.js';
import { ObjectionCount } from '../objection/objection-count.entity.js';
import type { ActionRecord, MotionRecord, ReportRecord } from './minutes-record.js';

/** What a meeting has voted on, the earliest first. */
export async function motionsOf(
  { manager, regionId }: TenantTransaction,
  { id: meetingId }: Meeting,
): Promise<MotionRecord[]> {
  const motions = await manager.find(Motion, {
    where: { regionId, meetingId, state: In([...OUTCOMES]) },
    order: { closedAt: 'ASC', id: 'ASC' },
  });
  const objections = await manager.findBy(ObjectionCount, { regionId, meetingId });
  return motions.map((motion) => recordOf(motion, objections.find(({ id }) => id === motion.id) ?? null));
}

/** What units are to do, by when it is due. */
export async function actionsOf(tx: TenantTransaction, { id: meetingId }: Meeting): Promise<ActionRecord[]> {
  const actions = await tx.manager.find(Action, {
    where: { regionId: tx.regionId, meetingId, state: Not(ActionState.DROPPED) },
    order: { dueOn: 'ASC', createdAt: 'ASC', id: 'ASC' },
  });
  return describeActions(tx, actions);
}

/** What it heard had become of actions of earlier meetings, in the order in which they stood first on its agenda. */
export async function reportsOf(tx: TenantTransaction, { id: meetingId }: Meeting): Promise<ReportRecord[]> {
  const { manager, regionId } = tx;
  const reports = await manager.findBy(ActionReport, { regionId, meetingId });
  const actions = await manager.find(Action, {
    where: { regionId, id: In(reports.map(({ actionId }) => actionId)) },
    order: { dueOn: 'ASC', id: 'ASC' },
  });
  const said = new Map(reports.map((report) => [report.actionId, report]));
  const described = await describeActions(tx, actions);
  return actions.flatMap(({ id }, at) => {
    const [action, report] = [described[at], said.get(id)];
    return action && report ? [{ ...action, actionId: id, state: report.state, text: report.text }] : [];
  });
}

async function describeActions(
  { manager, regionId }: TenantTransaction,
  actions: readonly Action[],
): Promise<ActionRecord[]> {
  const ids = actions.map(({ unitId }) => unitId);
  const units = new Map(
    (await manager.findBy(Unit, { regionId, id: In(ids) })).map((unit) => [unit.id, unit]),
  );
  return actions.map(({ what, unitId, dueOn }) => ({ what, unitName: units.get(unitId)?.name ?? '', dueOn }));
}

function recordOf(motion: Motion, objections: ObjectionCount | null): MotionRecord {
  const { agendaItemId, text, majority, ballot, state } = motion;
  const { entitled, present, represented, voting, yes, no, abstained } = motion;
  const { open = 0, answered = 0, settled = 0, upheld = 0 } = objections ?? {};
  return {
    itemId: agendaItemId,
    text,
    majority,
    isSecret: ballot === Ballot.SECRET,
    outcome: state as MotionRecord['outcome'],
    quorumNeeded: motion.quorumNeeded ?? 0,
    turnout: {
      entitled: entitled ?? 0,
      present: present ?? 0,
      represented: represented ?? 0,
      voting: voting ?? 0,
    },
    tally: { yes: yes ?? 0, no: no ?? 0, abstained: abstained ?? 0 },
    consent: consentOf(motion),
    objectionCount: open + answered + settled + upheld,
  };
}
