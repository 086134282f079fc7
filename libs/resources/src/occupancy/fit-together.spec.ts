import { OfferKind, type Offer } from '../offer/offer.entity.js';
import { fitTogether, type Part } from './fit-together.js';

/** What the rule reads of an offer. */
const terms = { bufferBeforeMinutes: 10, bufferAfterMinutes: 30 };
const hall = { ...terms, kind: OfferKind.VENUE } as unknown as Offer;
const power = { ...terms, kind: OfferKind.POWER_SUPPLY, maxLoadKw: '60' } as unknown as Offer;

describe('parts of an offer', () => {
  it('do not fit with less than the larger buffer between them, where it is lent whole', () => {
    const one = partAt('09:00', '10:00');
    expect(fitTogether(hall, [partAt('10:30', '11:00'), one])).toBe(true);
    expect(fitTogether(hall, [partAt('10:29', '11:00'), one])).toBe(false);
  });

  it('fit at one time as long as a pool has so much', () => {
    const [one, two, three] = ['30', '20', '10.001'].map((amount) => partAt('09:00', '10:00', amount));
    if (!one || !two || !three) throw new Error('There are three.');
    expect(fitTogether(power, [one, two])).toBe(true);
    expect(fitTogether(power, [one, two, three])).toBe(false);
    expect(fitTogether(power, [one, two, partAt('10:29', '11:00', '10.001')])).toBe(false);
    expect(fitTogether(power, [one, two, partAt('10:30', '11:00', '10.001')])).toBe(true);
  });

  it('fit alone, however much is wanted: what is above the capacity is refused as such', () => {
    expect(fitTogether(power, [partAt('09:00', '10:00', '61')])).toBe(true);
    expect(fitTogether(power, [partAt('09:00', '10:00', '61'), partAt('09:30', '10:00', '0.001')])).toBe(
      false,
    );
  });
});

function partAt(from: string, to: string, amount: string | null = null): Part {
  const [startsAt, endsAt] = [from, to].map((time) => new Date(`2027-03-24T${time}Z`));
  if (!startsAt || !endsAt) throw new Error('A part has two ends.');
  return { startsAt, endsAt, amount };
}
