import { AuditManner } from './audit-line.entity.js';
import { AuditTrail, type Write } from './audit-trail.js';
import type { Audience } from './audited.js';

type Row = NonNullable<Write['after']>;

const COLUMNS = ['state', 'title', 'contactPhone', 'passwordHash', 'version', 'hours'].map(
  (propertyName) => ({
    propertyName,
    type: 'text',
    isSelect: propertyName !== 'passwordHash',
  }),
);
const ID_COLUMN = { propertyName: 'unitId', type: 'uuid', isSelect: true };
const AUTHOR = { role: 'SECRETARY', postId: 'p', postUnitId: 'committee', knownIn: ['a'] } as const;

const audienceOf = ({ sees }: Row): Audience => sees as Audience;

function write(before: object | null, after: object | null, changes: Partial<Write> = {}): Write {
  const row = (values: object | null) => values && ({ id: '1', sees: {}, ...values } as Row);
  return {
    entity: 'Toy',
    columns: [...COLUMNS, ID_COLUMN],
    rule: { thing: 'Toy', seenBy: audienceOf },
    unitId: 'u',
    manner: AuditManner.OWN,
    isNobodys: false,
    before: row(before),
    after: row(after),
    ...changes,
  };
}

function linesOf(...writes: Write[]) {
  const trail = new AuditTrail();
  for (const one of writes) trail.record(one);
  return trail.takeLines(AUTHOR);
}

describe('AuditTrail', () => {
  it('tells a row that was made by what it holds', () => {
    const [line] = linesOf(
      write(null, { state: 'DRAFT', title: '礼堂', unitId: 'x', version: 1, hours: [] }),
    );
    expect(line).toMatchObject({ act: 'DRAFT', thingType: 'Toy', thingId: '1', part: 'Toy' });
    expect(line?.changes).toEqual({
      state: { before: null, after: 'DRAFT' },
      title: { before: null, after: '礼堂' },
    });
  });

  it('says nothing of a write that changed nothing worth telling', () => {
    expect(linesOf(write({ title: 'a', version: 1 }, { title: 'a', version: 2, unitId: 'y' }))).toEqual([]);
  });

  it('names a secret and never shows it, and masks phones', () => {
    const [line] = linesOf(
      write({ contactPhone: '13812345678' }, { contactPhone: '021-5555 0002', passwordHash: '$argon2id$x' }),
    );
    expect(line).toMatchObject({
      act: 'CHANGED',
      changes: { contactPhone: { before: '138****5678', after: '021-****0002' } },
    });
    expect(line?.changes['passwordHash']).toEqual({});
  });

  it('joins several writes of a row in one name, and keeps those in another apart', () => {
    const rule = { manner: AuditManner.BY_RULE, unitId: 'owner' };
    const lines = linesOf(
      write(null, { state: 'REQUESTED' }),
      write({ state: 'REQUESTED' }, { state: 'AWAITING' }),
      write({ state: 'AWAITING' }, { state: 'CONFIRMED' }, rule),
    );
    expect(lines.map(({ act, step, unitId }) => ({ act, step, unitId }))).toEqual([
      { act: 'AWAITING', step: 0, unitId: 'u' },
      { act: 'CONFIRMED', step: 1, unitId: 'owner' },
    ]);
    expect(lines[0]?.changes).toEqual({ state: { before: null, after: 'AWAITING' } });
  });

  it('keeps what was there before from those who could not see it then', () => {
    const shown = { networks: ['a'] };
    const [line] = linesOf(write({ title: '草稿' }, { title: '礼堂', sees: shown }));
    expect(line).toMatchObject({ networkIds: ['a'], changes: { title: { after: '礼堂' } } });
    expect(line?.changes['title']).not.toHaveProperty('before');
    const [narrowed] = linesOf(write({ title: '草稿', sees: shown }, { title: '礼堂' }));
    expect(narrowed).toMatchObject({ networkIds: [], changes: { title: { before: '草稿' } } });
  });

  it('does not tell one network of an author who belongs to another', () => {
    const sees = { networks: ['a', 'b'], committees: ['b', 'a', 'a'], units: ['u', null] };
    expect(linesOf(write(null, { sees }))[0]).toMatchObject({
      networkIds: ['a'],
      committeeNetworkIds: ['a'],
      unitIds: ['u'],
    });
  });

  it('names nobody in what the platform does, not even to the unit of whoever acted', () => {
    const sees = { units: ['committee'] };
    const nobodys = { manner: AuditManner.BY_RULE, unitId: 'committee', isNobodys: true };
    const nobody = { role: 'SYSTEM', postId: null, postUnitId: null };
    expect(linesOf(write(null, { sees }, nobodys))).toEqual([expect.objectContaining(nobody)]);
  });

  it('forgets what was undone', () => {
    const trail = new AuditTrail();
    trail.record(write(null, { state: 'REQUESTED' }));
    const undo = trail.mark();
    trail.record(write({ state: 'REQUESTED' }, { state: 'CONFIRMED' }));
    undo();
    expect(trail.takeLines(AUTHOR).map(({ act }) => act)).toEqual(['REQUESTED']);
  });
});
