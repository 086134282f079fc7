import { MembershipRole, MembershipState } from '#network';
import { AttendanceAct } from '../attendance/attendance-entry.entity.js';
import type { Passing } from '../attendance/room.js';
import { listEntitled } from './entitlement.js';
import { carries, Majority, type Tally } from './majority.js';
import { MotionState } from './motion.entity.js';
import { decide, isConsent } from './outcome.js';
import { MORE_THAN_HALF, QUORUM_PARTS, type QuorumPart, unitsForQuorum } from './quorum.js';
import { countTurnout, findBallotFault } from './turnout.js';
import { type DatedProxy, votersAt } from './voters.js';

const { ABSOLUTE, SIMPLE, TWO_THIRDS_ALL, TWO_THIRDS_CAST, UNANIMOUS } = Majority;

function at(minute: number): Date {
  return new Date(Date.UTC(2026, 11, 10, 6, minute));
}

function comes(unitId: string, minute: number): Passing {
  return { unitId, act: AttendanceAct.ARRIVED, at: at(minute) };
}

function goes(unitId: string, minute: number): Passing {
  return { unitId, act: AttendanceAct.LEFT, at: at(minute) };
}

function gives(unitId: string, proxyUnitId: string, minute: number): DatedProxy {
  return { unitId, proxyUnitId, givenAt: at(minute) };
}

function votes(yes: number, no: number, abstained = 0): Tally {
  return { yes, no, abstained };
}

describe('a majority', () => {
  test.each([
    [SIMPLE, votes(1, 0), 14, true],
    [SIMPLE, votes(5, 5, 4), 14, false],
    [SIMPLE, votes(2, 1, 11), 14, true],
    [SIMPLE, votes(0, 0, 14), 14, false],
    [ABSOLUTE, votes(7, 0), 14, false],
    [ABSOLUTE, votes(8, 6), 14, true],
    [ABSOLUTE, votes(7, 0), 13, true],
    [TWO_THIRDS_CAST, votes(8, 4), 14, true],
    [TWO_THIRDS_CAST, votes(7, 4), 14, false],
    [TWO_THIRDS_CAST, votes(1, 0, 13), 14, true],
    [TWO_THIRDS_CAST, votes(0, 0, 9), 14, false],
    [TWO_THIRDS_ALL, votes(9, 0), 14, false],
    [TWO_THIRDS_ALL, votes(10, 4), 14, true],
    [TWO_THIRDS_ALL, votes(10, 0), 15, true],
    [TWO_THIRDS_ALL, votes(0, 0), 0, false],
    [UNANIMOUS, votes(1, 0, 13), 14, true],
    [UNANIMOUS, votes(13, 1), 14, false],
    [UNANIMOUS, votes(0, 0, 14), 14, false],
  ])('%s: of %o among %i', (majority, tally, all, expected) => {
    expect(carries(majority, tally, all)).toBe(expected);
  });

  it('is of whole ballots, and of no more than there are voters', () => {
    expect(() => carries(SIMPLE, votes(0.5, 0), 14)).toThrow('whole numbers');
    expect(() => carries(SIMPLE, votes(-1, 0), 14)).toThrow('whole numbers');
    expect(() => carries(SIMPLE, votes(8, 4, 3), 14)).toThrow('more ballots than the 14');
  });
});

describe('a consent from outside', () => {
  it('of 68 of 102 is two thirds exactly, of 67 it is not', () => {
    const asked = { asked: 102, against: 34 };
    for (const majority of [TWO_THIRDS_ALL, TWO_THIRDS_CAST]) {
      expect(isConsent({ ...asked, majority, for: 68 })).toBe(true);
      expect(isConsent({ ...asked, majority, for: 67 })).toBe(false);
    }
    expect(isConsent({ majority: TWO_THIRDS_ALL, asked: 102, for: 67, against: 0 })).toBe(false);
  });

  it('has to carry the motion too, and carries nothing alone', () => {
    const consent = { majority: TWO_THIRDS_ALL, asked: 102, for: 68, against: 34 };
    const turnout = { entitled: 2, present: 2, represented: 0, voting: 2 };
    const vote = { majority: TWO_THIRDS_CAST, quorum: MORE_THAN_HALF, turnout, tally: votes(2, 0), consent };
    expect(decide(vote)).toBe(MotionState.CARRIED);
    expect(decide({ ...vote, consent: { ...consent, for: 67 } })).toBe(MotionState.LOST);
    expect(decide({ ...vote, tally: votes(1, 1) })).toBe(MotionState.LOST);
    const alone = { entitled: 2, present: 1, represented: 0, voting: 1 };
    expect(decide({ ...vote, turnout: alone, tally: votes(1, 0) })).toBe(MotionState.NO_QUORUM);
  });
});

describe('a quorum', () => {
  const unitsOf = (part: QuorumPart): number[] =>
    [0, 1, 2, 3, 13, 14, 15].map((units) => unitsForQuorum(part, units));

  it('is more than half where nothing else is said', () => {
    expect(unitsOf(MORE_THAN_HALF)).toEqual([1, 1, 2, 2, 7, 8, 8]);
  });

  it('may be an exact part, rounded up to whole units', () => {
    expect(unitsOf(QUORUM_PARTS.AT_LEAST_HALF)).toEqual([1, 1, 1, 2, 7, 7, 8]);
    expect(unitsOf(QUORUM_PARTS.AT_LEAST_TWO_THIRDS)).toEqual([1, 1, 2, 2, 9, 10, 10]);
    expect(unitsOf({ reach: 'AT_LEAST', numerator: 1, denominator: 1 })).toEqual([1, 1, 2, 3, 13, 14, 15]);
  });
});

describe('who may vote', () => {
  const { ACTIVE, INVITED, LEFT, SUSPENDED } = MembershipState;
  const { CONVENER, GUEST, PARTNER } = MembershipRole;
  const memberships = [
    { unitId: 'committee', role: CONVENER, state: ACTIVE },
    { unitId: 'school', role: PARTNER, state: ACTIVE },
    { unitId: 'clinic', role: PARTNER, state: ACTIVE },
    { unitId: 'police', role: GUEST, state: ACTIVE },
    { unitId: 'market', role: PARTNER, state: SUSPENDED },
    { unitId: 'fleet', role: PARTNER, state: LEFT },
    { unitId: null, role: PARTNER, state: INVITED },
  ];

  it('are the active members and the convener, and no guest', () => {
    expect(listEntitled(memberships, null)).toEqual(['committee', 'school', 'clinic']);
  });

  it('are at a working meeting those of them that are invited', () => {
    const invited = new Set(['committee', 'clinic', 'police', 'market']);
    expect(listEntitled(memberships, invited)).toEqual(['committee', 'clinic']);
  });
});

describe('a unit in the room', () => {
  const entitled = ['a', 'b', 'c'];
  const votersOf = (passings: Passing[], proxies: DatedProxy[], minute: number): (string | null)[] => [
    ...votersAt({ entitled, passings, proxies }, at(minute)).values(),
  ];

  it('votes itself from the instant in which it comes until the one in which it goes', () => {
    const passings = [goes('a', 9), comes('a', 5)];
    const seen = [4, 5, 8, 9].map((minute) => votersOf(passings, [], minute)[0]);
    expect(seen).toEqual([null, 'a', 'a', null]);
  });

  it('votes for one that is away, once the proxy is given and only while it is there itself', () => {
    const passings = [comes('b', 0), goes('b', 8)];
    const seen = [1, 2, 8].map((minute) => votersOf(passings, [gives('a', 'b', 2)], minute)[0]);
    expect(seen).toEqual([null, 'b', null]);
  });

  it('votes itself when it comes after all, and has given nothing any more when it goes again', () => {
    const passings = [comes('b', 0), comes('a', 3), goes('a', 6)];
    const seen = [2, 3, 6].map((minute) => votersOf(passings, [gives('a', 'b', 1)], minute)[0]);
    expect(seen).toEqual(['b', 'a', null]);
    expect(votersOf(passings, [gives('a', 'b', 5)], 6)[0]).toBe('b');
  });

  it('has two votes at most, whatever the rows say', () => {
    const passings = [comes('c', 0)];
    expect(votersOf(passings, [gives('b', 'c', 2), gives('a', 'c', 1)], 3)).toEqual(['c', null, 'c']);
    expect(votersOf([], [gives('a', 'b', 1), gives('b', 'a', 1)], 3)).toEqual([null, null, null]);
    expect(votersOf([comes('b', 0)], [gives('a', 'a', 1)], 3)).toEqual([null, 'b', null]);
    expect(votersOf([comes('guest', 0)], [gives('a', 'guest', 1)], 3)).toEqual([null, null, null]);
  });
});

describe('a ballot', () => {
  const voters = new Map([
    ['a', 'b'],
    ['b', 'b'],
    ['c', null],
  ]);

  it('is refused for one reason', () => {
    const faultOf = (unitId: string, castById: string, ...roll: [string, string][]): string | null =>
      findBallotFault(
        voters,
        roll.map(([unit, by]) => ({ unitId: unit, castById: by })),
        { unitId, castById },
      );
    expect(faultOf('a', 'b', ['b', 'b'])).toBeNull();
    expect(faultOf('guest', 'guest')).toBe('NOT_ENTITLED');
    expect(faultOf('a', 'b', ['a', 'a'])).toBe('HAS_VOTED');
    expect(faultOf('c', 'c')).toBe('AWAY');
    expect(faultOf('a', 'a')).toBe('ANOTHER_VOTES');
    expect(faultOf('a', 'b', ['c', 'b'])).toBe('TWO_BALLOTS_CAST');
  });

  it('counts as it was cast, and who was voted for has used the proxy up', () => {
    const roll = [{ unitId: 'c', castById: 'b' }];
    expect(countTurnout(voters, roll)).toEqual({ entitled: 3, present: 1, represented: 1, voting: 1 });
    expect(countTurnout(voters, [])).toEqual({ entitled: 3, present: 1, represented: 1, voting: 0 });
  });

  it('is never lost or counted twice without a word', () => {
    const entry = { unitId: 'b', castById: 'b' };
    expect(() => countTurnout(voters, [entry, entry])).toThrow('A unit has voted twice.');
    expect(() => countTurnout(voters, [{ unitId: 'guest', castById: 'b' }])).toThrow('Unit guest');
    const turnout = countTurnout(voters, [entry]);
    const vote = { majority: SIMPLE, quorum: MORE_THAN_HALF, turnout, consent: null };
    expect(() => decide({ ...vote, tally: votes(0, 0) })).toThrow('as many ballots as the 1 units');
  });
});
