import type { HeardChange } from '#changes';
import type { Actor } from '#tenancy';
import { mayChangeRights, mayHear } from './hearing.js';

const ACTOR: Actor = {
  regionId: 'region',
  unitId: 'clinic',
  role: 'LIAISON',
  postId: 'post',
  personId: 'person',
  sessionId: null,
  memberNetworkIds: ['member'],
  convenedNetworkIds: ['convened'],
  scopeNetworkIds: ['scope'],
};

const OF_OTHERS: HeardChange = {
  position: 1,
  id: 'line',
  at: '2026-11-24T00:00:00Z',
  thingType: 'Booking',
  thingId: 'thing',
  part: 'Booking',
  act: 'CREATED',
  unitId: 'fleet',
  unitIds: ['fleet'],
  unitCode: null,
  networkIds: ['other'],
  committeeNetworkIds: ['member'],
  personIds: ['somebody'],
};

describe('whether a post may hear of a change', () => {
  const hears = (event: Partial<HeardChange>, unitCode: string | null = 'clinic') =>
    mayHear({ ...OF_OTHERS, ...event }, { actor: ACTOR, unitCode });

  it('is no for what is of others', () => {
    expect(hears({})).toBe(false);
  });

  it.each<Partial<HeardChange>>([
    { unitIds: ['fleet', 'clinic'] },
    { unitCode: 'clinic' },
    { personIds: ['person'] },
    { networkIds: ['member'] },
    { networkIds: ['scope'] },
    { committeeNetworkIds: ['convened'] },
  ])('is yes for %j', (event) => {
    expect(hears(event)).toBe(true);
  });

  it('is no for what is addressed to the code of another unit, or to none', () => {
    expect(hears({ unitCode: 'fleet' })).toBe(false);
    expect(hears({ unitCode: null }, null)).toBe(false);
  });

  it('is open to everybody where rights may have changed', () => {
    expect(mayChangeRights({ ...OF_OTHERS, thingType: 'Membership' })).toBe(true);
    expect(mayChangeRights(OF_OTHERS)).toBe(false);
  });
});
