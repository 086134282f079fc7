import { MeetingSeriesActs } from '../../support/meeting-series-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import { VenueActs } from '../../support/venue-acts.js';
import type { World } from '../../support/world.js';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

const HOUR = 3_600_000;
const OPEN = { hours: [{ days: 'EVERY', from: '00:00', to: '24:00' }], leadTimeMinutes: 0, slotMinutes: 30 };

/** What meetings of the southeast want, as far on as a step asks for. */
export class VenueStage {
  private readonly acts: VenueActs;
  private asked: string | undefined;

  constructor(private readonly world: World) {
    this.acts = new VenueActs(world);
  }

  /** Its owner has the word. */
  async room(): Promise<object> {
    this.asked ??= await this.world.offer('warm-home', { ...OPEN, confirmation: 'OWNER' });
    const start = Math.ceil(this.world.clock.now().getTime() / HOUR) * HOUR + 250 * HOUR;
    const span = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + HOUR).toISOString() };
    return { offerId: this.asked, ...span };
  }

  async asking(draft: Versioned): Promise<Versioned> {
    const { id, version } = await this.acts.act('planMeetingOffers', draft, { items: [await this.room()] });
    return { id, version };
  }

  async wanted(draft: Versioned): Promise<Versioned> {
    const { offers } = await this.acts.act('planMeetingOffers', draft, { items: [await this.room()] });
    const { id, version } = offers[0] ?? { id: '', version: 0 };
    return { id, version };
  }

  /** Of a series whose venue nobody has been asked for. */
  async noted(): Promise<Versioned> {
    const { offerId: venueId } = (await this.room()) as { offerId: string };
    const { meetingsAhead } = await new MeetingSeriesActs(this.world).create({ venueId });
    const { id, version } = meetingsAhead[0] ?? { id: '', version: 0 };
    return { id, version };
  }
}

/** The id of what a draft of another committee wants. */
export async function wantFor(region: TestRegion, network: string, offer: string): Promise<string> {
  const acts = new VenueActs(region, network);
  const { offers } = await acts.wanting([
    { offerId: await region.offer(offer, { ...OPEN, confirmation: 'AUTOMATIC' }) },
  ]);
  return offers[0]?.id ?? '';
}
