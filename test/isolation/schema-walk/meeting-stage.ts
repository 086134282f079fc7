import { MeetingActs, type SeenMeeting } from '../../support/meeting-acts.js';
import { AnswerActs } from '../../support/answer-acts.js';
import { DoorActs } from '../../support/door-acts.js';
import { AgendaActs } from '../../support/agenda-acts.js';
import { MeetingSeriesActs } from '../../support/meeting-series-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import type { World } from '../../support/world.js';

type Versioned = Pick<SeenMeeting, 'id' | 'version'>;

const HOUR = 3_600_000;

/** Meetings of the southeast, as far on as a step asks for; the clock of the walk moves on. */
export class MeetingStage {
  private readonly acts: MeetingActs;

  constructor(private readonly world: World) {
    this.acts = new MeetingActs(world);
  }

  input(): object {
    return this.acts.working(['clinic'], this.span(200));
  }

  moving(): object {
    return { ...this.span(300), reason: '会场维修' };
  }

  /** An hour of yesterday, prepared and never called. */
  async held(): Promise<object> {
    const clinic = { unitId: this.world.unit('clinic') };
    const { id: draftId } = await this.draft();
    return { ...this.acts.working(['clinic'], this.span(-24)), draftId, attendance: [clinic] };
  }

  async draft(): Promise<Versioned> {
    return versionOf(await this.acts.draft(this.input()));
  }

  async called(): Promise<Versioned> {
    return versionOf(await this.acts.called(this.span(200)));
  }

  async moved(): Promise<Versioned> {
    return versionOf(await this.acts.step('moveMeeting', await this.called(), { input: this.moving() }));
  }

  async soon(): Promise<Versioned> {
    return versionOf(await this.acts.called(this.span(0.5)));
  }

  rule(): object {
    return new MeetingSeriesActs(this.world).input();
  }

  async series(): Promise<Versioned> {
    const { id, version } = await new MeetingSeriesActs(this.world).create();
    return { id, version };
  }

  /** Somebody is there, and votes for somebody else. */
  async attended(): Promise<Versioned> {
    const meeting = await this.soon();
    await new AnswerActs(this.world, meeting).give('developer', 'clinic');
    await new DoorActs(this.world, meeting).note('clinic', 'ARRIVED');
    return meeting;
  }

  async door(): Promise<{ meetingId: string; code: string }> {
    const { id: meetingId } = await this.soon();
    return { meetingId, code: await new DoorActs(this.world, { id: meetingId }).code() };
  }

  async entered(): Promise<{ meetingId: string; at: string }> {
    const { id: meetingId } = await this.soon();
    const at = this.world.clock.now().toISOString();
    await new DoorActs(this.world, { id: meetingId }).note('clinic', 'ARRIVED', { at });
    return { meetingId, at };
  }

  /** Of the clinic. */
  async proposal(): Promise<Versioned> {
    return versionOf(await new AgendaActs(this.world, await this.called()).propose('clinic'));
  }

  async postponed(): Promise<Versioned> {
    const agenda = new AgendaActs(this.world, await this.called());
    return versionOf(await agenda.step('postponeItem', await agenda.propose('clinic')));
  }

  async agenda(): Promise<{ meetingId: string; itemIds: string[] }> {
    const { id: meetingId } = await this.draft();
    const agenda = new AgendaActs(this.world, { id: meetingId });
    return { meetingId, itemIds: [(await agenda.propose('southeast-officer')).id] };
  }

  async begun(): Promise<Versioned> {
    return versionOf(await this.acts.step('beginMeeting', await this.soon()));
  }

  /** So many hours ahead, for one hour. */
  private span(ahead: number): { startsAt: string; endsAt: string } {
    const start = this.world.clock.now().getTime() + ahead * HOUR;
    return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + HOUR).toISOString() };
  }
}

function versionOf({ id, version }: Versioned): Versioned {
  return { id, version };
}

/** What others may not see of meetings: of another network, of some units alone, and a draft of another committee. */
export async function hideMeetings(world: World) {
  const [here, beside, there] = [
    new MeetingActs(world),
    new MeetingActs(world, 'riverside'),
    new MeetingActs(world.other),
  ];
  const item = async (region: TestRegion, meeting: SeenMeeting, account: string) =>
    (await new AgendaActs(region, meeting).propose(account)).id;
  const [elsewhere, riverside, working] = [
    await there.called(),
    await beside.called(),
    await here.called(here.working(['savings-bank'])),
  ];
  const draft = await beside.draft();
  return {
    otherRegion: {
      MeetingSeries: (await new MeetingSeriesActs(world.other).create()).id,
      Meeting: elsewhere.id,
      AgendaItem: await item(world.other, elsewhere, 'clinic'),
    },
    riverside: {
      Meeting: riverside.id,
      AgendaItem: await item(world, riverside, 'riverside-primary'),
    },
    southeast: { Meeting: working.id, AgendaItem: await item(world, working, 'savings-bank') },
    drafts: {
      MeetingSeries: (await new MeetingSeriesActs(world, 'riverside').create()).id,
      Meeting: draft.id,
      AgendaItem: await item(world, draft, 'riverside-committee'),
    },
  };
}
