import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { AttendanceAct } from '../attendance/attendance-entry.entity.js';
import type { Passing } from '../attendance/room.js';
import { Majority } from './majority.js';
import { MotionState } from './motion.entity.js';
import { type ClosedVote, decide, type Outcome, OUTCOMES } from './outcome.js';
import { type Choice, PlainRoom } from './plain-room.js';
import { isPlainQuorum, PLAIN_MAJORITIES } from './plain-rules.js';
import { MORE_THAN_HALF, type QuorumPart } from './quorum.js';
import { roomArbitrary, type RoomLife } from './random-room.js';
import { countTurnout, findBallotFault, type RollEntry } from './turnout.js';
import { type DatedProxy, votersAt } from './voters.js';

const RUNS = Number(process.env.VOTE_RUNS ?? 2_000);
const MAJORITIES = Object.values(Majority);

/** What rooms came to; a property that never meets an edge proves nothing about it. */
const met = new Map<string, number>();

/** The life of a room as its rows have it, played side by side with the plain one. */
class StoredRoom {
  readonly plain: PlainRoom;
  readonly roll: RollEntry[] = [];
  readonly tally: Record<Choice, number> = { yes: 0, no: 0, abstained: 0 };
  private readonly passings: Passing[] = [];
  private readonly proxies = new Map<string, DatedProxy>();
  private now = 0;

  constructor(private readonly life: RoomLife) {
    this.plain = new PlainRoom(life.members, life.guests);
  }

  play(): void {
    for (const happening of this.life.happenings) {
      this.now += 1;
      const at = new Date(this.now);
      const isPossible = this.plain.play(happening);
      switch (happening.what) {
        case 'comes':
        case 'goes': {
          const act = happening.what === 'comes' ? AttendanceAct.ARRIVED : AttendanceAct.LEFT;
          // The latest first: in which order they are written down must not matter.
          if (isPossible) this.passings.unshift({ unitId: happening.unit, act, at });
          break;
        }
        case 'gives':
          this.proxies.set(happening.unit, {
            unitId: happening.unit,
            proxyUnitId: happening.to,
            givenAt: at,
          });
          break;
        case 'withdraws':
          this.proxies.delete(happening.unit);
          break;
        case 'ballot': {
          const ballot = { unitId: happening.unit, castById: happening.by };
          const fault = findBallotFault(this.voters(), this.roll, ballot);
          if ((fault === null) !== isPossible)
            throw new Error(`${JSON.stringify(happening)}: ${fault ?? 'taken'}`);
          note(fault ?? (ballot.unitId === ballot.castById ? 'voted itself' : 'voted for another'));
          if (fault !== null) break;
          this.roll.push(ballot);
          this.tally[happening.choice] += 1;
        }
      }
    }
  }

  voters(): ReturnType<typeof votersAt> {
    const { members: entitled } = this.life;
    const proxies = [...this.proxies.values()];
    return votersAt({ entitled, passings: this.passings, proxies }, new Date(this.now));
  }
}

function note(what: string): void {
  met.set(what, (met.get(what) ?? 0) + 1);
}

it(
  'decides as somebody with pencil and paper does, whoever comes, goes and lets others vote',
  () => {
    const property = fc.property(roomArbitrary, (life) => {
      const room = new StoredRoom(life);
      room.play();
      const { plain, roll, tally } = room;
      const voters = room.voters();
      const turnout = countTurnout(voters, roll);
      const all = [...life.members, ...life.guests];
      expect({
        voters: all.map((unit) => voters.get(unit) ?? null),
        tally,
        turnout,
        outcomes: decideAll(life, { turnout, tally }),
      }).toEqual({
        voters: all.map((unit) => plain.voterOf(unit)),
        tally: { yes: plain.count('yes'), no: plain.count('no'), abstained: plain.count('abstained') },
        turnout: plain.countHeads(),
        outcomes: decidePlainly(life, plain),
      });
    });
    fc.assert(property, propertyRuns(RUNS));
  },
  90_000 + RUNS * 10,
);

/** Under each majority, by each quorum, and with a consent that needs each majority. */
function decideAll(life: RoomLife, counted: Pick<ClosedVote, 'turnout' | 'tally'>): Outcome[] {
  return MAJORITIES.flatMap((majority) => {
    const vote = { ...counted, majority, quorum: MORE_THAN_HALF };
    return [
      decide({ ...vote, consent: null }),
      decide({ ...vote, quorum: life.quorum, consent: null }),
      ...MAJORITIES.map((needed) => decide({ ...vote, consent: { ...life.consent, majority: needed } })),
    ];
  });
}

function decidePlainly({ quorum, consent }: RoomLife, plain: PlainRoom): Outcome[] {
  const { entitled, present, represented } = plain.countHeads();
  const [yes, no] = [plain.count('yes'), plain.count('no')];
  noteEdges(yes, no, present + represented, entitled);
  const unsaid = consent.asked - consent.for - consent.against;
  return MAJORITIES.flatMap((majority) => {
    const carries = PLAIN_MAJORITIES[majority](yes, no, entitled - yes - no);
    const under = (rule: QuorumPart, agrees: boolean): Outcome => {
      if (!isPlainQuorum(rule, present + represented, entitled)) return MotionState.NO_QUORUM;
      return carries && agrees ? MotionState.CARRIED : MotionState.LOST;
    };
    note(`${majority} ${under(MORE_THAN_HALF, true)}`);
    return [
      under(MORE_THAN_HALF, true),
      under(quorum, true),
      ...MAJORITIES.map((needed) => {
        const agrees = PLAIN_MAJORITIES[needed](consent.for, consent.against, unsaid);
        if (carries) note(`consent ${needed} ${agrees ? 'given' : 'refused'}`);
        return under(MORE_THAN_HALF, agrees);
      }),
    ];
  });
}

function noteEdges(yes: number, no: number, takingPart: number, entitled: number): void {
  if (yes === no && yes > 0) note('tie');
  if (yes > 0 && yes === 2 * no) note('two thirds cast exactly');
  if (3 * yes === 2 * entitled) note('two thirds of all exactly');
  if (2 * yes === entitled) note('half of all exactly');
  if (2 * takingPart === entitled) note('half of the room exactly');
}

it('was tried on every outcome, on ties and exact parts, and on every ballot that is refused', () => {
  const outcomes = MAJORITIES.flatMap((majority) => [
    ...OUTCOMES.map((outcome) => `${majority} ${outcome}`),
    ...['given', 'refused'].map((answer) => `consent ${majority} ${answer}`),
  ]);
  const exact = ['two thirds cast', 'two thirds of all', 'half of all', 'half of the room'];
  const edges = ['tie', ...exact.map((part) => `${part} exactly`)];
  const faults = ['NOT_ENTITLED', 'HAS_VOTED', 'AWAY', 'ANOTHER_VOTES', 'TWO_BALLOTS_CAST'];
  const all = [...outcomes, ...edges, ...faults, 'voted itself', 'voted for another'];
  expect(all.filter((what) => (met.get(what) ?? 0) < 5)).toEqual([]);
});
