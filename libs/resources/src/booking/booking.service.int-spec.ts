import type { Span } from '#calendar';
import { fromGlobalId, Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import * as fc from 'fast-check';
import { MEMBERS, type Act, type Outcome } from '../../../../test/support/booking-acts.js';
import { DAY, type ModelTerms, type Stretch } from '../../../../test/support/booking-minutes.js';
import { BookingModel } from '../../../../test/support/booking-model.js';
import { actOf, runArbitrary } from '../../../../test/support/booking-moves.js';
import {
  readable,
  readModel,
  readStored,
  STORED,
  toMinute,
  type Ids,
  type Stored,
} from '../../../../test/support/booking-rows.js';
import {
  amountText,
  BookingStage,
  draftOn,
  factsOf,
  kindOf,
} from '../../../../test/support/booking-stage.js';
import { listConflicts } from '../conflict/booking-conflicts.js';
import { ClosureService } from '../closure/closure.service.js';
import { OfferAvailability } from '../offer/offer-availability.js';
import { Confirmation, Offer, OfferKind } from '../offer/offer.entity.js';
import { BookingChange } from './booking-change.js';
import { BookingContact } from './booking-contact.entity.js';
import { BookingDisplacement } from './booking-displacement.js';
import { BookingExpiry } from './booking-expiry.js';
import { Booking } from './booking.entity.js';
import { RuleBroken, SpanTaken } from './booking.refusals.js';
import { AboveCapacity, NotEnoughFree } from './pool.refusals.js';
import { readAmount } from '../occupancy/amount.js';
import { propertyRuns } from '../../../../test/support/property-runs.js';

const RUNS = Number(process.env.BOOKING_RUNS ?? 60);
const UNITS = Object.keys(MEMBERS);

let stage: BookingStage;
let units: ReadonlyMap<string, string>;
let networks: ReadonlyMap<string, string>;

beforeAll(async () => {
  stage = await BookingStage.open();
  const idOf = (type: 'unit' | 'network', code: string): [string, string] => {
    const global = type === 'unit' ? stage.world.unit(code) : stage.world.network(code);
    return [fromGlobalId(type === 'unit' ? 'Unit' : 'Network', global), code];
  };
  units = new Map(UNITS.map((code) => idOf('unit', code)));
  networks = new Map(['southeast', 'riverside'].map((code) => idOf('network', code)));
});
afterAll(() => stage.close());

it(
  'lends and books as the model does, whatever is done in whatever order',
  async () => {
    const property = fc.asyncProperty(runArbitrary, async ({ monday, offers, moves }) => {
      await stage.clear(monday);
      const [model, play] = [new BookingModel(), new Play()];
      for (const { unit, ...wish } of offers) {
        const networkCodes = MEMBERS[unit]?.networks ?? [];
        await step(model, play, { do: 'create', unit, ...wish });
        const offer = model.offers.length - 1;
        await step(model, play, { do: 'publish', unit, offer, version: 1, networks: networkCodes });
      }
      for (const [at, move] of moves.entries()) {
        const act = actOf(move, model);
        if (!act) continue;
        await step(model, play, act);
        expect(await play.stored()).toEqual(readModel(model));
        await expectSameView(model, play, UNITS[at % UNITS.length] ?? '');
      }
      for (const unit of UNITS) await expectSameReading(model, play, unit);
      expect(await stage.listFaults()).toEqual([]);
    });
    await fc.assert(property, propertyRuns(RUNS));
  },
  20_000 + RUNS * 2_000,
);

async function step(model: BookingModel, play: Play, act: Act): Promise<void> {
  // No two are asked for at once: which of them came first is part of the rules.
  model.now++;
  stage.world.clock.advance(60_000);
  const [expected, actual] = [model.play(act), await play.play(act)];
  expect({ act, ...actual }).toEqual({ act, ...expected });
}

/** What the unit sees of every offer from the day of the clock on, for four days. */
async function expectSameView(model: BookingModel, play: Play, unit: string): Promise<void> {
  const from = Math.floor(model.now / DAY) * DAY;
  const window: Stretch = [from, from + 4 * DAY];
  const expected = model.offers.map((offer, at) =>
    model.sees(unit, offer)
      ? {
          busy: model.busy(at, window),
          free: model.free(at, window, null),
          forTwo: model.free(at, window, 2000),
          amounts: model.freeAmounts(at, window),
          over: model.overCommitments(unit, at, window),
        }
      : null,
  );
  const availability = stage.get(OfferAvailability);
  const seen = await stage.read(unit, (tx) =>
    Promise.all(
      play.ids.offers.map(async (id) => {
        const offer = await tx.find<Offer>(Offer, id);
        if (!offer) return null;
        const busy = await availability.listBusy(tx, offer, spanOf(window));
        const free = await availability.listFree(tx, offer, spanOf(window));
        const forTwo = await availability.listFree(tx, offer, spanOf(window), '2');
        const amounts = await availability.listFreeAmounts(tx, offer, spanOf(window));
        const over = await availability.listOverCommitments(tx, offer, spanOf(window));
        return {
          busy: busy.map(stretchOf),
          free: free.map(stretchOf),
          forTwo: forTwo.map(stretchOf),
          amounts: amounts.map((span) => [...stretchOf(span), toThousandths(span.amount)]),
          over: over.map((span) => [...stretchOf(span), toThousandths(span.used)]),
        };
      }),
    ),
  );
  expect({ unit, seen }).toEqual({ unit, seen: expected });
}

/** Which bookings and contacts the database lets the unit read at all. */
async function expectSameReading(model: BookingModel, { ids }: Play, unit: string): Promise<void> {
  const seen = await stage.read(unit, async (tx) => {
    const bookings = await tx.manager.findBy(Booking, { regionId: tx.regionId });
    const contacts = await tx.manager.findBy(BookingContact, { regionId: tx.regionId });
    const conflicts = await listConflicts(tx);
    return {
      conflicts: conflicts.map(({ booking, rules }) => [ids.bookings.indexOf(booking.id), rules]),
      bookings: bookings.map(({ id }) => ids.bookings.indexOf(id)).toSorted((a, b) => a - b),
      contacts: contacts.map(
        ({ bookingId, unitId }) => `${ids.bookings.indexOf(bookingId)} ${units.get(unitId)}`,
      ),
    };
  });
  const { bookings, contacts } = readable(model, unit);
  const inOrder = (some: typeof seen.conflicts) => some.toSorted(([a = 0], [b = 0]) => Number(a) - Number(b));
  expect({
    unit,
    ...seen,
    contacts: seen.contacts.toSorted(),
    conflicts: inOrder(seen.conflicts),
  }).toEqual({
    unit,
    conflicts: model.conflicts(unit),
    bookings,
    contacts: contacts.toSorted(),
  });
}

/** Plays the acts of a run on the real services: ids where the model has places. */
class Play {
  readonly ids: Ids = { offers: [], bookings: [], closures: [], units, networks };

  async play(act: Act): Promise<Outcome> {
    try {
      return { kind: 'GRANTED', ...(await this.attempt(act)) };
    } catch (error) {
      return { kind: kindOf(error), ...told(error) };
    }
  }

  /** Where a booking stands in the model: at the end, if it is new. */
  private placeOf({ id }: Booking): number {
    if (!this.ids.bookings.includes(id)) this.ids.bookings.push(id);
    return this.ids.bookings.indexOf(id);
  }

  async stored(): Promise<object> {
    const [row] = await stage.inspect<{ stored: Stored }>(STORED);
    if (!row) throw new Error('Nothing came back.');
    return readStored(row.stored, this.ids, stage.monday);
  }

  private async attempt(act: Act): Promise<object | void> {
    if (act.do === 'wait') {
      stage.world.clock.advance(act.minutes * 60_000);
    } else if (act.do === 'suspend' || act.do === 'resume') {
      await stage.changeMembership(act.do, act.unit, act.network);
    } else if (act.do === 'except') {
      const offerId = this.ids.offers[act.offer] ?? '';
      return { kind: await stage.setExceptions(act.unit, offerId, act.version, act.exceptions) };
    } else if (act.do === 'close' || act.do === 'lift') {
      return stage.write(act.unit, (tx) => this.openOrClose(tx, act));
    } else {
      return stage.write(act.unit, (tx) => ('booking' in act ? this.answer(tx, act) : this.ask(tx, act)));
    }
  }

  private async ask(
    tx: TenantTransaction,
    act: Extract<Act, { do: 'create' | 'publish' | 'withdrawOffer' | 'change' | 'resize' | 'request' }>,
  ): Promise<void> {
    if (act.do === 'create') {
      const { id } = await stage.offers.create(tx, draftOn(act.terms, act.pool));
      this.ids.offers.push(id);
      return;
    }
    const offerId = this.ids.offers[act.offer] ?? '';
    if (act.do === 'request') {
      const contact = { name: act.unit, phone: '021-5811' };
      const wish = { offerId, networkId: stage.networkId(act.network), ...spanOf(act.span), contact };
      const amount = act.amount === null ? null : amountText(act.amount);
      const words = { purpose: 'test', heads: null, amount, waitIfTaken: act.waits };
      const booking = await stage.bookings.request(tx, { ...wish, ...words });
      this.ids.bookings.push(booking.id);
    } else if (act.do === 'publish') {
      const networkIds = act.networks.map((code) => stage.networkId(code));
      await stage.offers.publish(tx, offerId, act.version, networkIds);
    } else if (act.do === 'change') {
      await stage.offers.update(tx, offerId, act.version, columnsOf(act.terms));
    } else if (act.do === 'resize') {
      const offer = await tx.find<Offer>(Offer, offerId);
      const of = offer?.kind === OfferKind.EQUIPMENT ? 'PIECES' : 'KILOWATTS';
      const facts = factsOf({ of, capacity: act.capacity });
      await stage.offers.update(tx, offerId, act.version, { facts });
    } else {
      await stage.offers.withdraw(tx, offerId, act.version);
    }
  }

  private async openOrClose(
    tx: TenantTransaction,
    act: Extract<Act, { do: 'close' | 'lift' }>,
  ): Promise<void> {
    const closures = stage.get(ClosureService);
    if (act.do === 'lift') {
      await closures.lift(tx, this.ids.closures[act.closure] ?? '', act.version);
      return;
    }
    const wish = { ...spanOf(act.span), reason: '检修', bookings: act.bookings, message: null };
    const { closure } = await closures.close(tx, this.ids.offers[act.offer] ?? '', wish);
    if (closure) this.ids.closures.push(closure.id);
  }

  private async answer(
    tx: TenantTransaction,
    act: Extract<Act, { booking: number }>,
  ): Promise<object | void> {
    const id = this.ids.bookings[act.booking] ?? '';
    if (act.do === 'lapse') return stage.get(BookingExpiry).expire(tx, id);
    const { version } = act;
    switch (act.do) {
      case 'confirm': {
        const { rivals } = await stage.bookings.confirm(tx, id, version, act.rivals);
        const places = rivals.map((rival) => this.ids.bookings.indexOf(rival.id));
        return { rivals: places.toSorted((a, b) => a - b) };
      }
      case 'move': {
        const wish = { ...spanOf(act.span), waitIfTaken: act.waits };
        return { moved: this.placeOf(await stage.get(BookingChange).move(tx, id, version, wish)) };
      }
      case 'displace': {
        const how = { reason: '排涝', ownUse: act.takesOver ? { purpose: '抢险', heads: null } : null };
        const { booking, emergency } = await stage.get(BookingDisplacement).displace(tx, id, version, how);
        if (emergency) this.placeOf(emergency);
        return {
          proposed: (booking.proposedSpans ?? []).map(({ startsAt, endsAt }) => [
            toMinute(startsAt, stage.monday),
            toMinute(endsAt, stage.monday),
          ]),
        };
      }
      case 'reword':
        await stage.get(BookingChange).update(tx, id, version, { purpose: 'other', phone: '021-5813' });
        return;
      case 'agree':
      case 'withdraw':
        await stage.bookings[act.do](tx, id, version);
        return;
      default:
        await stage.bookings[act.do](tx, id, version, null);
    }
  }
}

function columnsOf({ confirmation, ...terms }: Partial<ModelTerms>) {
  return { ...terms, ...(confirmation && { confirmation: Confirmation[confirmation] }) };
}

function told(error: unknown): object {
  if (!(error instanceof Refused)) return {};
  const { refusal } = error;
  if (refusal instanceof SpanTaken) {
    const { clashes, freeThatDay, nextFree } = refusal;
    return {
      clashes: clashes.map(stretchOf),
      thatDay: freeThatDay.map(stretchOf),
      next: nextFree.map(stretchOf),
    };
  }
  if (refusal instanceof NotEnoughFree) {
    const { freeInSpan, freeThatDay, nextFree } = refusal;
    return {
      free: toThousandths(freeInSpan),
      thatDay: freeThatDay.map(stretchOf),
      next: nextFree.map(stretchOf),
    };
  }
  if (refusal instanceof AboveCapacity) return { capacity: toThousandths(refusal.capacity) };
  if (refusal instanceof RuleBroken)
    return { rules: refusal.breaches.map(({ rule }) => rule), next: refusal.nextFree.map(stretchOf) };
  return {};
}

function toThousandths(amount: string): number {
  return Number(readAmount(amount));
}

function spanOf([from, to]: Stretch): Span {
  const at = (minute: number): Date => new Date(stage.monday + minute * 60_000);
  return { startsAt: at(from), endsAt: at(to) };
}

function stretchOf({ startsAt, endsAt }: Span): Stretch {
  return [toMinute(startsAt, stage.monday), toMinute(endsAt, stage.monday)];
}
