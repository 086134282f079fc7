import { ApiError, expectState, expectVersion, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { MeetingState } from '../meeting/meeting.entity.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { MotionState } from '../motion/motion.entity.js';
import type { Motion } from '../motion/motion.entity.js';
import { MOTION_STATES } from '../motion/motion.words.js';
import { Objection, ObjectionSource, ObjectionState } from './objection.entity.js';
import type { RecordObjectionsInput, UpdateObjectionInput } from './objection.inputs.js';
import { FOLLOWED_UP, speaksFor } from './objection.policy.js';
import { ObjectionRepository } from './objection.repository.js';
import { OBJECTION_STATES, OBJECTION_WORDS } from './objection.words.js';

const { UNIT, HOUSEHOLD } = ObjectionSource;

/** Before, during and after the vote. */
const STANDING_MOTIONS = Object.values(MotionState).filter((state) => state !== MotionState.WITHDRAWN);
const HELD_MEETINGS = Object.values(MeetingState).filter((state) => state !== MeetingState.CANCELLED);

/** Who objects to a motion: units in their own name, households unnamed. */
@Injectable()
export class ObjectionService {
  constructor(private readonly objections: ObjectionRepository) {}

  /** In the name of the acting unit, once. */
  async raise(tx: TenantTransaction, motionId: string, text: string): Promise<Objection> {
    const motion = await this.takeMotion(tx, motionId);
    const own = { motionId, unitId: tx.actor.unitId, source: UNIT, state: Not(ObjectionState.WITHDRAWN) };
    if (await tx.manager.existsBy(Objection, { regionId: tx.regionId, ...own })) {
      refuseState(motion, OBJECTION_WORDS.objectsAlready);
    }
    const [objection] = await this.objections.add(tx, motion, [{ source: UNIT, label: null, text }]);
    if (!objection) throw new Error('An objection that was added is not there.');
    return objection;
  }

  /** Many at once: nobody types 34 of them one by one. */
  async record(
    tx: TenantTransaction,
    motionId: string,
    { labels, text, count }: RecordObjectionsInput,
  ): Promise<Objection[]> {
    const length = count ?? Math.max(labels.length, 1);
    if (labels.length > length) {
      throw ApiError.badInput([{ path: 'input.labels', message: OBJECTION_WORDS.moreLabels }]);
    }
    const motion = await this.takeMotion(tx, motionId);
    const objections = Array.from({ length }, (_, at) => ({
      source: HOUSEHOLD,
      label: labels[at] ?? null,
      text,
    }));
    return this.objections.add(tx, motion, objections);
  }

  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    { text, label }: UpdateObjectionInput,
  ): Promise<Objection> {
    const objection = await this.objections.take(tx, id, speaksFor);
    expectVersion(objection, version);
    expectState(objection, FOLLOWED_UP, OBJECTION_STATES);
    const isLabelled = objection.source === HOUSEHOLD && label !== undefined;
    return this.objections.change(tx, objection, {
      text: text ?? objection.text,
      label: isLabelled ? label : objection.label,
    });
  }

  private async takeMotion(tx: TenantTransaction, motionId: string): Promise<Motion> {
    const { motion, meeting } = await this.objections.takeMotion(tx, motionId);
    expectState(meeting, HELD_MEETINGS, MEETING_STATES);
    expectState(motion, STANDING_MOTIONS, MOTION_STATES);
    return motion;
  }
}
