import { ApiError, found } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { expectPartUnlessGuest } from '../invitation/expect-part-unless-guest.js';
import { readersOf } from '../meeting/meeting-readers.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { Motion } from '../motion/motion.entity.js';
import { ObjectionCount } from './objection-count.entity.js';
import { ObjectionNote } from './objection-note.entity.js';
import { Objection, ObjectionState } from './objection.entity.js';
import type { MayAct } from './objection.policy.js';

export type ObjectionChange = Partial<Omit<Objection, 'regionId' | 'id' | 'version' | 'updatedAt'>>;

/** The way to objections that are about to change: with their meeting locked, and by the rights of the committee, whoever acts. */
@Injectable()
export class ObjectionRepository {
  constructor(private readonly meetings: MeetingRepository) {}

  /** As everybody sees it who reads the motion; a guest takes no part in the network, and objects where it is invited. */
  async takeMotion(tx: TenantTransaction, motionId: string): Promise<{ motion: Motion; meeting: Meeting }> {
    const known = found(await tx.find(Motion, motionId));
    await expectPartUnlessGuest(tx, known.networkId);
    return asCommittee(tx, known.networkId, async () => ({
      meeting: await this.meetings.takeInvited(tx, known),
      motion: found(await tx.find(Motion, motionId)),
    }));
  }

  /** NOT_FOUND for what the actor does not see, FORBIDDEN for what is not its to do. */
  async take(tx: TenantTransaction, id: string, mayAct: MayAct): Promise<Objection> {
    const known = found(await tx.find(Objection, id));
    if (!(await mayAct(tx, known))) throw ApiError.forbidden();
    await expectPartUnlessGuest(tx, known.networkId);
    return asCommittee(tx, known.networkId, async () => {
      await this.meetings.takeInvited(tx, known);
      return found(await tx.lock(Objection, id));
    });
  }

  async add(
    tx: TenantTransaction,
    motion: Motion,
    objections: readonly NewObjection[],
  ): Promise<Objection[]> {
    const { id: motionId, meetingId, networkId } = motion;
    return asCommittee(tx, networkId, async () => {
      const first = (await tx.manager.countBy(Objection, { regionId: tx.regionId, motionId })) + 1;
      const rows = objections.map((one, at) => ({
        ...readersOf(motion),
        ...one,
        ...UNANSWERED,
        id: tx.newId(),
        motionId,
        meetingId,
        networkId,
        unitId: tx.actor.unitId,
        number: first + at,
        recordedAt: tx.now,
        updatedAt: tx.now,
      }));
      const added = await tx.insertAll(Objection, rows);
      await this.recount(tx, motion);
      return added;
    });
  }

  /** Writes the next version of a locked objection. */
  async change(tx: TenantTransaction, before: Objection, changes: ObjectionChange): Promise<Objection> {
    return asCommittee(tx, before.networkId, async () => {
      const objection = await tx.update(Objection, before, { ...changes, updatedAt: tx.now });
      if (objection.state !== before.state) {
        await this.recount(tx, found(await tx.find(Motion, objection.motionId)));
      }
      return objection;
    });
  }

  /** The words of the acting unit are kept. */
  async note(
    tx: TenantTransaction,
    objection: Objection,
    said: Pick<ObjectionNote, 'step' | 'text' | 'happenedOn'>,
  ): Promise<void> {
    const { id: objectionId, meetingId, networkId, source } = objection;
    await asCommittee(tx, networkId, async () => {
      const known = await tx.manager.countBy(ObjectionNote, { regionId: tx.regionId, objectionId });
      await tx.insert(ObjectionNote, {
        ...readersOf(objection),
        ...said,
        id: tx.newId(),
        objectionId,
        meetingId,
        networkId,
        source,
        objectorUnitId: objection.unitId,
        unitId: tx.actor.unitId,
        place: known + 1,
        notedAt: tx.now,
      });
    });
  }

  /** What those too read who may not read the objections. */
  private async recount(tx: TenantTransaction, motion: Motion): Promise<void> {
    const { id, meetingId, networkId } = motion;
    const counted = await tx.query<{ state: ObjectionState; count: number }>(
      'SELECT state, count(*)::integer AS count FROM objection WHERE region_id = $1 AND motion_id = $2 GROUP BY state',
      [tx.regionId, id],
    );
    const count = (wanted: ObjectionState) => counted.find(({ state }) => state === wanted)?.count ?? 0;
    const counts = {
      open: count(ObjectionState.OPEN),
      answered: count(ObjectionState.ANSWERED),
      settled: count(ObjectionState.SETTLED),
      upheld: count(ObjectionState.UPHELD),
    };
    const known = await tx.find(ObjectionCount, id);
    if (known) await tx.change(ObjectionCount, known, counts);
    else await tx.insert(ObjectionCount, { ...readersOf(motion), ...counts, id, meetingId, networkId });
  }
}

export type NewObjection = Pick<Objection, 'source' | 'label' | 'text'>;

const UNANSWERED = {
  state: ObjectionState.OPEN,
  answer: null,
  answeredAt: null,
  settledAt: null,
  version: 1,
};
