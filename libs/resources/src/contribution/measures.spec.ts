import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { OfferKind } from '../offer/offer.entity.js';
import { negative, times } from './decimal.js';
import { measure, type Use } from './measures.js';

const use = (changes: Partial<Use> = {}): Use => ({
  handedOverAt: new Date('2026-12-01T10:00:00+08:00'),
  returnedAt: new Date('2026-12-01T11:40:30+08:00'),
  heads: 30,
  amount: null,
  kwh: null,
  ...changes,
});

describe('what a use gives to the account, in sixtieths', () => {
  it('is hours, and heads × hours where the heads are known, of what is lent whole', () => {
    for (const kind of [OfferKind.VENUE, OfferKind.VEHICLE, OfferKind.EXPERTISE]) {
      expect(measure(kind, use())).toEqual([
        { measure: 'HOURS', sixtieths: '100' },
        { measure: 'HEAD_HOURS', sixtieths: '3000' },
      ]);
      expect(measure(kind, use({ heads: null }))).toEqual([{ measure: 'HOURS', sixtieths: '100' }]);
    }
  });

  it('is kWh of power: by the meter, or else kW × hours', () => {
    const power = OfferKind.POWER_SUPPLY;
    expect(measure(power, use({ amount: '4.5' }))).toEqual([{ measure: 'KWH', sixtieths: '450' }]);
    const metered = use({ amount: '4.5', kwh: '6.125' });
    expect(measure(power, metered)).toEqual([{ measure: 'KWH', sixtieths: '367.5' }]);
    expect(measure(power, use({ kwh: '0' }))).toEqual([]);
    expect(measure(power, use())).toEqual([]);
  });

  it('is pieces × hours of equipment', () => {
    expect(measure(OfferKind.EQUIPMENT, use({ amount: '12' }))).toEqual([
      { measure: 'PIECE_HOURS', sixtieths: '1200' },
    ]);
  });

  it('is nothing while it is in use', () => {
    expect(measure(OfferKind.VENUE, use({ returnedAt: null }))).toEqual([]);
  });
});

describe('decimals', () => {
  it('are multiplied to the last digit, as whole numbers would be', () => {
    const property = fc.property(
      fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
      fc.nat({ max: 6 }),
      fc.integer(),
      (digits, scale, count) => {
        const text = String(digits).padStart(scale + 1, '0');
        const at = text.length - scale;
        const decimal = scale === 0 ? text : `${text.slice(0, at)}.${text.slice(at)}`;
        const [whole = '', fraction = ''] = times(decimal, count).split('.');
        expect(BigInt(whole + fraction.padEnd(scale, '0'))).toBe(digits * BigInt(count));
        expect(fraction).not.toMatch(/0$/);
      },
    );
    fc.assert(property, propertyRuns(200));
  });

  it('are taken back by their negative', () => {
    expect([negative('367.5'), negative('-0.25'), negative('0.0')]).toEqual(['-367.5', '0.25', '0']);
    expect(() => times('1e3', 2)).toThrow(RangeError);
  });
});
