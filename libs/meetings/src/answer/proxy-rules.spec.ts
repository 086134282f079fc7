import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { MeetingReply } from './meeting-answer.entity.js';
import { findProxyObstacle, ProxyObstacle } from './proxy-rules.js';

const answer = (unitId: string, proxyUnitId: string | null = null, reply: MeetingReply | null = null) => ({
  unitId,
  proxyUnitId,
  reply,
});

describe('a proxy', () => {
  it('goes to a unit that has neither given its own away, nor holds one, nor stays away', () => {
    const all = [
      answer('a'),
      answer('b'),
      answer('c', 'd'),
      answer('d'),
      answer('e', null, MeetingReply.DECLINED),
    ];
    const ask = (giver: string, holder: string) =>
      findProxyObstacle(all, giver, all.find(({ unitId }) => unitId === holder) ?? answer(holder));
    expect(ask('a', 'b')).toBeNull();
    expect(ask('a', 'c')).toBe(ProxyObstacle.GIVEN_AWAY);
    expect(ask('a', 'd')).toBe(ProxyObstacle.HOLDS_ONE);
    expect(ask('a', 'e')).toBe(ProxyObstacle.DECLINED);
    expect(ask('d', 'b')).toBe(ProxyObstacle.GIVER_HOLDS);
    expect(ask('c', 'd')).toBeNull();
  });

  it('never makes a chain, a circle or a third vote, in whatever order units give and take back', () => {
    const unit = fc.integer({ min: 0, max: 5 });
    const steps = fc.array(fc.record({ from: unit, to: unit, takesBack: fc.boolean() }), { maxLength: 30 });
    const property = fc.property(steps, (acts) => {
      const all = Array.from({ length: 6 }, (_, index) => answer(`unit ${index}`));
      for (const { from, to, takesBack } of acts) {
        const [giver, holder] = [all[from], all[to]];
        if (!giver || !holder || giver === holder) continue;
        if (takesBack) giver.proxyUnitId = null;
        else if (!findProxyObstacle(all, giver.unitId, holder)) giver.proxyUnitId = holder.unitId;
      }
      const held = all.flatMap(({ proxyUnitId }) => proxyUnitId ?? []);
      expect(new Set(held).size).toBe(held.length);
      expect(all.filter(({ unitId, proxyUnitId }) => proxyUnitId && held.includes(unitId))).toEqual([]);
    });
    fc.assert(property, propertyRuns(300));
  });
});
