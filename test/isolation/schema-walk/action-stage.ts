import { ActionActs } from '../../support/action-acts.js';
import { MeetingActs } from '../../support/meeting-acts.js';
import { ObjectionActs, type SeenObjection } from '../../support/objection-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import type { World } from '../../support/world.js';
import type { MeetingStage } from './meeting-stage.js';

interface Versioned {
  id: string;
  version: number;
}

/** Hours ahead: after the meeting that decided it, and soon enough to be begun. */
const LATER_START = 0.75;
const LATER = { dueOn: '2027-06-30' };

/** Actions and objections of the southeast, as far on as a step asks for. */
export class ActionStage {
  private readonly actions: ActionActs;
  private readonly objections: ObjectionActs;

  constructor(
    world: World,
    private readonly meetings: MeetingStage,
  ) {
    this.actions = new ActionActs(world);
    this.objections = new ObjectionActs(world);
  }

  input(): object {
    return this.actions.input(LATER);
  }

  /** Of the clinic, with all that can be said of one. */
  async said(): Promise<Versioned> {
    const meeting = await this.meetings.begun();
    const action = await this.actions.create(meeting, LATER);
    await this.actions.note('clinic', action);
    await this.actions.report('southeast-officer', await this.meetings.begun(LATER_START), action);
    return { id: action.id, version: 2 };
  }

  async open(): Promise<Versioned> {
    return versionOf(await this.actions.create(await this.meetings.begun(), LATER));
  }

  async done(): Promise<Versioned> {
    return versionOf(await this.actions.step('finishAction', await this.open()));
  }

  /** Open before a meeting that has begun. */
  async standing(): Promise<{ meetingId: string; actionId: string }> {
    const { id: actionId } = await this.open();
    return { meetingId: (await this.meetings.begun(LATER_START)).id, actionId };
  }

  async motion(): Promise<{ motionId: string }> {
    return { motionId: (await this.objections.motion(await this.meetings.called())).id };
  }

  /** Recorded by the clinic for a household. */
  async objection(): Promise<Versioned> {
    const { motionId } = await this.motion();
    const [one] = await this.objections.record('clinic', { id: motionId }, { labels: ['3号楼'] });
    return versionOf(one as SeenObjection);
  }

  async answered(): Promise<Versioned> {
    return versionOf(await this.objections.step('answerObjection', await this.objection()));
  }

  async settled(): Promise<Versioned> {
    return versionOf(await this.objections.step('settleObjection', await this.answered()));
  }

  async followedUp(): Promise<{ motionId: string }> {
    const { motionId } = await this.motion();
    const [one] = await this.objections.record('clinic', { id: motionId });
    await this.objections.followUp('clinic', one as SeenObjection);
    return { motionId };
  }
}

function versionOf({ id, version }: Versioned): Versioned {
  return { id, version };
}

/** What others may not see of actions and objections: of another network, of some units alone, and of a draft. */
export async function hideActions(world: World) {
  const hide = async (region: TestRegion, network: string, unit: string, isWorking = false) => {
    const meetings = new MeetingActs(region, network);
    const start = world.clock.now().getTime() + 60_000;
    const span = {
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + 3_600_000).toISOString(),
    };
    const wish = isWorking ? meetings.working([unit], span) : span;
    const begun = await meetings.step('beginMeeting', await meetings.called(wish));
    const officer = meetings.secretary;
    const objections = new ObjectionActs(region, officer);
    const motion = await objections.motion(begun);
    const [objection] = await objections.record(officer, motion);
    const action = await new ActionActs(region, officer).create(begun, {
      ...LATER,
      unitId: region.unit(unit),
    });
    return { Action: action.id, Objection: objection?.id ?? '' };
  };
  const draft = await new MeetingActs(world, 'riverside').draft();
  const objections = new ObjectionActs(world, 'riverside-committee');
  const motion = await objections.motion(draft);
  const [objection] = await objections.record('riverside-committee', motion);
  return {
    otherRegion: await hide(world.other, 'southeast', 'clinic'),
    riverside: await hide(world, 'riverside', 'riverside-primary'),
    southeast: await hide(world, 'southeast', 'savings-bank', true),
    drafts: { Objection: objection?.id ?? '' },
  };
}
