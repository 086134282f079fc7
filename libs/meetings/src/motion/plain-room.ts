import type { Turnout } from './turnout.js';

/** What happens in a random room. Whoever plays it decides what comes of it. */
export type Happening =
  | { readonly what: 'comes' | 'goes'; readonly unit: string }
  | { readonly what: 'gives'; readonly unit: string; readonly to: string }
  | { readonly what: 'withdraws'; readonly unit: string }
  | { readonly what: 'ballot'; readonly unit: string; readonly by: string; readonly choice: Choice };

export type Choice = 'yes' | 'no' | 'abstained';

interface Chair {
  readonly isMember: boolean;
  isIn: boolean;
  givenTo: string | null;
  /** Its place among all proxies that were given; the earlier one is served. */
  givenAs: number;
  ballot: Choice | null;
  castBy: string | null;
}

/**
 * A room as somebody with pencil and paper would follow it, one happening after the other: the oracle of the
 * arithmetic, which never looks at instants. One vote is open all the time.
 */
export class PlainRoom {
  private readonly chairs = new Map<string, Chair>();
  private given = 0;

  constructor(members: readonly string[], guests: readonly string[]) {
    for (const unit of [...members, ...guests])
      this.chairs.set(unit, {
        isMember: members.includes(unit),
        isIn: false,
        givenTo: null,
        givenAs: 0,
        ballot: null,
        castBy: null,
      });
  }

  /** Whether it could happen: nobody comes twice without going, and not every ballot is taken. */
  play(happening: Happening): boolean {
    const chair = this.chair(happening.unit);
    switch (happening.what) {
      case 'comes':
        if (chair.isIn) return false;
        chair.givenTo = null;
        chair.isIn = true;
        return true;
      case 'goes':
        if (!chair.isIn) return false;
        chair.isIn = false;
        return true;
      case 'gives':
        this.given += 1;
        chair.givenTo = happening.to;
        chair.givenAs = this.given;
        return true;
      case 'withdraws':
        chair.givenTo = null;
        return true;
      case 'ballot':
        return this.vote(chair, happening.unit, happening.by, happening.choice);
    }
  }

  /** Who would vote for a unit now: itself, another, or nobody. */
  voterOf(unit: string): string | null {
    const chair = this.chair(unit);
    if (!chair.isMember) return null;
    if (chair.isIn) return unit;
    if (chair.givenTo === null) return null;
    const holder = this.chair(chair.givenTo);
    if (!holder.isMember || !holder.isIn) return null;
    for (const rival of this.chairs.values()) {
      const isEarlier = rival.givenTo === chair.givenTo && rival.givenAs < chair.givenAs;
      if (isEarlier && rival.isMember && !rival.isIn) return null;
    }
    return chair.givenTo;
  }

  count(choice: Choice): number {
    let ballots = 0;
    for (const chair of this.chairs.values()) if (chair.ballot === choice) ballots += 1;
    return ballots;
  }

  /** How each member takes part in the vote if it closes now. */
  countHeads(): Turnout {
    const heads = { entitled: 0, present: 0, represented: 0, voting: 0 };
    for (const [unit, chair] of this.chairs) {
      if (!chair.isMember) continue;
      heads.entitled += 1;
      if (chair.ballot !== null) heads.voting += 1;
      const voter = chair.ballot === null ? this.voterOf(unit) : chair.castBy;
      const isUsedUp = chair.ballot === null && voter !== null && voter !== unit && this.hasCastFor(voter);
      if (voter === unit) heads.present += 1;
      else if (voter !== null && !isUsedUp) heads.represented += 1;
    }
    return heads;
  }

  private vote(chair: Chair, unit: string, by: string, choice: Choice): boolean {
    if (!chair.isMember || chair.ballot !== null) return false;
    if (this.voterOf(unit) !== by) return false;
    if (by !== unit && this.hasCastFor(by)) return false;
    chair.ballot = choice;
    chair.castBy = by;
    return true;
  }

  /** Whether it has cast another unit's ballot already. */
  private hasCastFor(voter: string): boolean {
    for (const [unit, chair] of this.chairs) if (chair.castBy === voter && unit !== voter) return true;
    return false;
  }

  private chair(unit: string): Chair {
    const chair = this.chairs.get(unit);
    if (!chair) throw new Error(`Nobody knows ${unit}.`);
    return chair;
  }
}
