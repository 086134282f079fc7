import { localDayOf } from '#calendar';
import { ApiError, expectState, expectVersion, refuseState } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { ObjectionStep } from './objection-note.entity.js';
import { type Objection, ObjectionState } from './objection.entity.js';
import type { FollowUpInput } from './objection.inputs.js';
import { answersFor, FOLLOWED_UP, followsUp, type MayAct, settles, speaksFor } from './objection.policy.js';
import { ObjectionRepository, type ObjectionChange } from './objection.repository.js';
import { OBJECTION_STATES, OBJECTION_WORDS } from './objection.words.js';

const { OPEN, ANSWERED, SETTLED, UPHELD, WITHDRAWN } = ObjectionState;

interface Step {
  readonly mayAct: MayAct;
  readonly from: readonly ObjectionState[];
  readonly to: ObjectionState;
}

/** Who may take each step, from where it leads on, and to where. */
const STEPS = {
  [ObjectionStep.ANSWERED]: { mayAct: answersFor, from: FOLLOWED_UP, to: ANSWERED },
  [ObjectionStep.SETTLED]: { mayAct: settles, from: [ANSWERED], to: SETTLED },
  [ObjectionStep.UPHELD]: { mayAct: followsUp, from: [ANSWERED], to: UPHELD },
  [ObjectionStep.REOPENED]: { mayAct: followsUp, from: [SETTLED, UPHELD], to: ANSWERED },
  [ObjectionStep.WITHDRAWN]: { mayAct: speaksFor, from: FOLLOWED_UP, to: WITHDRAWN },
} as const satisfies Partial<Record<ObjectionStep, Step>>;

export type FollowUpStep = keyof typeof STEPS;

/** Each objection is followed up by itself, until whoever objects is won over or it stays. */
@Injectable()
export class ObjectionFollowUp {
  constructor(private readonly objections: ObjectionRepository) {}

  /** What was said stands; it leads nowhere by itself. */
  async note(tx: TenantTransaction, id: string, input: FollowUpInput): Promise<Objection> {
    const objection = await this.objections.take(tx, id, followsUp);
    expectState(objection, FOLLOWED_UP, OBJECTION_STATES);
    const today = await todayOf(tx);
    const happenedOn = input.happenedOn ?? today;
    if (happenedOn > today) {
      throw ApiError.badInput([{ path: 'input.happenedOn', message: OBJECTION_WORDS.inTheFuture }]);
    }
    const step = ObjectionStep[input.way];
    await this.objections.note(tx, objection, { step, text: input.text, happenedOn });
    return this.objections.change(tx, objection, {});
  }

  async step(
    tx: TenantTransaction,
    step: FollowUpStep,
    { id, version, text }: { id: string; version: number; text: string },
  ): Promise<Objection> {
    const { mayAct, from, to }: Step = STEPS[step];
    const before = await this.objections.take(tx, id, mayAct);
    expectVersion(before, version);
    if (before.state === OPEN && (to === SETTLED || to === UPHELD)) {
      refuseState(before, OBJECTION_WORDS.answerFirst);
    }
    expectState(before, from, OBJECTION_STATES);
    const objection = await this.objections.change(tx, before, { state: to, ...timesOf(tx, step, text) });
    await this.objections.note(tx, objection, { step, text, happenedOn: await todayOf(tx) });
    return objection;
  }
}

function timesOf({ now }: TenantTransaction, step: FollowUpStep, text: string): ObjectionChange {
  if (step === ObjectionStep.ANSWERED) return { answer: text, answeredAt: now };
  return { settledAt: step === ObjectionStep.REOPENED ? null : now };
}

async function todayOf(tx: TenantTransaction): Promise<string> {
  return localDayOf(tx.now, await timeZoneOf(tx)).toString();
}
