import { MeetingActs, type SeenMeeting } from '../../support/meeting-acts.js';
import { AnswerActs } from '../../support/answer-acts.js';
import { DoorActs } from '../../support/door-acts.js';
import { DatePollActs } from '../../support/date-poll-acts.js';
import { AgendaActs } from '../../support/agenda-acts.js';
import { MotionActs } from '../../support/motion-acts.js';
import { MeetingSeriesActs } from '../../support/meeting-series-acts.js';
import { MinutesActs } from '../../support/minutes-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import { VenueStage, wantFor } from './venue-stage.js';
import type { World } from '../../support/world.js';

type Versioned = Pick<SeenMeeting, 'id' | 'version'>;

const HOUR = 3_600_000;

interface Ahead {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** So many hours ahead, for one hour. */
function spanAhead(world: World, hours: number): Ahead {
  const start = world.clock.now().getTime() + hours * HOUR;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + HOUR).toISOString() };
}

/** Meetings of the southeast, as far on as a step asks for; the clock of the walk moves on. */
export class MeetingStage {
  readonly venues: VenueStage;
  private readonly acts: MeetingActs;

  constructor(private readonly world: World) {
    this.venues = new VenueStage(world);
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

  async soon(ahead = 0.5): Promise<Versioned> {
    return versionOf(await this.acts.called(this.span(ahead)));
  }

  rule(): object {
    return new MeetingSeriesActs(this.world).input();
  }

  async series(): Promise<Versioned> {
    const { id, version } = await new MeetingSeriesActs(this.world).create();
    return { id, version };
  }

  asking(): object {
    const until = new Date(this.world.clock.now().getTime() + 100 * HOUR).toISOString();
    return { spans: [this.span(250), this.span(300)], until };
  }

  /** Of a working meeting of the clinic, with one of its spans. */
  async poll(): Promise<Versioned & { spanId: string }> {
    const poll = await new DatePollActs(this.world).open(await this.draft(), this.asking());
    return { ...versionOf(poll), spanId: poll.spans[0]?.id ?? '' };
  }

  /** Of a joint one. */
  async answeredPoll(): Promise<void> {
    const polls = new DatePollActs(this.world);
    const poll = await polls.open(await this.acts.draft(this.span(200)), this.asking());
    await polls.answer('clinic', poll, { 0: 'YES' });
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

  async begun(ahead = 0.5): Promise<Versioned> {
    return versionOf(await this.acts.step('beginMeeting', await this.soon(ahead)));
  }

  /** In a meeting that is in session. */
  async motion(): Promise<Versioned> {
    return versionOf(await new MotionActs(this.world, await this.inRoom()).draft());
  }

  async vote(): Promise<Versioned> {
    return versionOf(await new MotionActs(this.world, await this.inRoom()).opened());
  }

  /** Under an item, with a consent from outside, and decided. */
  async voted(): Promise<Versioned> {
    const meeting = await this.inRoom();
    const motions = new MotionActs(this.world, meeting);
    const item = await new AgendaActs(this.world, meeting).propose('southeast-officer');
    const consent = { majority: 'SIMPLE', asked: 3, for: 2, against: 1 };
    const motion = await motions.opened({ agendaItemId: item.id, consent });
    await motions.vote('clinic', motion, 'YES');
    return versionOf(await motions.step('closeVote', motion));
  }

  async votedOn(): Promise<{ meetingId: string }> {
    const { id: meetingId } = await this.inRoom();
    await new MotionActs(this.world, { id: meetingId }).opened();
    return { meetingId };
  }

  /** The clinic is there, and votes for the developer too. */
  private async inRoom(): Promise<Versioned> {
    return this.acts.step('beginMeeting', await this.attended());
  }

  async minutesToEdit(): Promise<object> {
    const meeting = await this.begun();
    const item = await new AgendaActs(this.world, meeting).propose('southeast-officer');
    const input = { opening: '概要', items: [{ agendaItemId: item.id, text: '同意试行' }] };
    return { ...versionOf(await new MinutesActs(this.world).draft(meeting)), input };
  }

  async minutesToPublish(): Promise<Versioned> {
    const minutes = new MinutesActs(this.world);
    return versionOf(await minutes.draft(await minutes.closed(this.span(0.5))));
  }

  async publishedMinutes(): Promise<Versioned> {
    return versionOf(await new MinutesActs(this.world).published(this.span(0.5)));
  }

  /** The clinic asks for a correction. */
  async contestedMinutes(): Promise<Versioned> {
    const published = await this.publishedMinutes();
    const minutes = new MinutesActs(this.world);
    await minutes.tryStep('clinic', 'askForCorrection', { ...published });
    return published;
  }

  span(ahead: number): Ahead {
    return spanAhead(this.world, ahead);
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
  const motion = async (region: TestRegion, meeting: SeenMeeting, account: string) =>
    (await new MotionActs(region, meeting, account).draft()).id;
  const item = async (region: TestRegion, meeting: SeenMeeting, account: string) =>
    (await new AgendaActs(region, meeting).propose(account)).id;
  const [elsewhere, riverside, working] = [
    await there.called(),
    await beside.called(),
    await here.called(here.working(['savings-bank'])),
  ];
  const draft = await beside.draft();
  const soon = spanAhead(world, 0.5);
  const minutesOf = async (region: TestRegion, network: string, unit: string, changes: object = soon) =>
    (await new MinutesActs(region, network).published(changes, unit)).id;
  const written = new MinutesActs(world, 'riverside');
  const pollOf = async (region: TestRegion, meeting: SeenMeeting, officer: string) => {
    const { id, spans } = await new DatePollActs(region, officer).open(meeting);
    return { DatePoll: id, DatePollSpan: spans[0]?.id ?? '' };
  };
  return {
    otherRegion: {
      MeetingSeries: (await new MeetingSeriesActs(world.other).create()).id,
      Meeting: elsewhere.id,
      Minutes: await minutesOf(world.other, 'southeast', 'clinic'),
      ...(await pollOf(world.other, await there.draft(), 'southeast-committee')),
      MeetingOffer: await wantFor(world.other, 'southeast', 'health-talk'),
      AgendaItem: await item(world.other, elsewhere, 'clinic'),
      Motion: await motion(world.other, elsewhere, 'southeast-committee'),
    },
    riverside: {
      Meeting: riverside.id,
      Minutes: await minutesOf(world, 'riverside', 'riverside-primary'),
      AgendaItem: await item(world, riverside, 'riverside-primary'),
      Motion: await motion(world, riverside, 'riverside-committee'),
    },
    southeast: {
      Meeting: working.id,
      Minutes: await minutesOf(world, 'southeast', 'savings-bank', here.working(['savings-bank'], soon)),
      AgendaItem: await item(world, working, 'savings-bank'),
      Motion: await motion(world, working, 'southeast-committee'),
      ...(await pollOf(world, await here.draft(here.working(['savings-bank'])), 'southeast-officer')),
    },
    drafts: {
      MeetingSeries: (await new MeetingSeriesActs(world, 'riverside').create()).id,
      Meeting: draft.id,
      Minutes: (await written.draft(await written.closed(soon, 'riverside-primary'))).id,
      // Stewards read no polls either.
      ...(await pollOf(world, await beside.draft(), 'riverside-committee')),
      MeetingOffer: await wantFor(world, 'riverside', 'ladder-truck'),
      AgendaItem: await item(world, draft, 'riverside-committee'),
      Motion: await motion(world, draft, 'riverside-committee'),
    },
  };
}
