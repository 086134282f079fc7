/** What a plain reading of the rules says of one need and the units that may claim it. */
export class ClaimModel {
  state = 'TAKEN';
  private wasOpen = false;
  /** The last claim of each unit. */
  readonly claims = new Map<string, { state: string; place: number | null }>();

  constructor(private readonly places: number) {}

  get accepted(): string[] {
    return this.unitsIn('ACCEPTED');
  }

  open(): string {
    if (this.state !== 'TAKEN') return 'WRONG_STATE';
    [this.state, this.wasOpen] = ['OPEN', true];
    return 'GRANTED';
  }

  ask(unit: string): string {
    if (!this.isAsking) return 'WRONG_STATE';
    if (this.isIn(unit, 'ASKED', 'ACCEPTED')) return 'ALREADY_EXISTS';
    this.claims.set(unit, { state: 'ASKED', place: null });
    return 'GRANTED';
  }

  claim(unit: string): string {
    if (this.isIn(unit, 'ACCEPTED')) return 'ALREADY_EXISTS';
    if (this.state === 'CLAIMED') return 'NO_PLACE_LEFT';
    return this.state === 'OPEN' ? this.accept(unit) : 'WRONG_STATE';
  }

  yes(unit: string): string {
    if (this.state === 'CLAIMED' && !this.isIn(unit, 'ACCEPTED')) return 'NO_PLACE_LEFT';
    return this.isIn(unit, 'ASKED') ? this.accept(unit) : 'WRONG_STATE';
  }

  no(unit: string): string {
    return this.leave(unit, 'ASKED', 'DECLINED');
  }

  withdraw(unit: string): string {
    return this.leave(unit, 'ASKED', 'WITHDRAWN');
  }

  giveUp(unit: string): string {
    if (this.state === 'ANSWERED') return 'WRONG_STATE';
    const answer = this.leave(unit, 'ACCEPTED', 'GIVEN_UP');
    const isStranded = this.state === 'IN_PROGRESS' && this.accepted.length === 0;
    if (answer === 'GRANTED' && (this.state === 'CLAIMED' || isStranded)) {
      this.state = this.wasOpen ? 'OPEN' : 'TAKEN';
    }
    return answer;
  }

  arrive(unit: string): string {
    if (!this.isIn(unit, 'ACCEPTED')) return 'WRONG_STATE';
    if (this.state !== 'ANSWERED') this.work('IN_PROGRESS');
    return 'GRANTED';
  }

  answerNeed(unit: string): string {
    if (!this.isIn(unit, 'ACCEPTED')) return 'FORBIDDEN';
    if (this.state === 'ANSWERED') return 'WRONG_STATE';
    this.work('ANSWERED');
    return 'GRANTED';
  }

  reopenNeed(): string {
    if (this.state !== 'ANSWERED') return 'WRONG_STATE';
    this.moveAll('ACCEPTED', 'DONE');
    [this.state, this.wasOpen] = ['OPEN', true];
    return 'GRANTED';
  }

  withdrawNeed(): string {
    if (!this.isAsking && this.state !== 'CLAIMED') return 'WRONG_STATE';
    this.state = 'WITHDRAWN';
    for (const live of ['ASKED', 'ACCEPTED']) this.moveAll(live, 'WITHDRAWN');
    return 'GRANTED';
  }

  private get isAsking(): boolean {
    return this.state === 'TAKEN' || this.state === 'OPEN';
  }

  private isIn(unit: string, ...states: string[]): boolean {
    return states.includes(this.claims.get(unit)?.state ?? '');
  }

  private unitsIn(state: string): string[] {
    return [...this.claims.keys()].filter((unit) => this.isIn(unit, state)).toSorted();
  }

  private accept(unit: string): string {
    const held = new Set([...this.claims.values()].map(({ place }) => place));
    let place = 1;
    while (held.has(place)) place += 1;
    this.claims.set(unit, { state: 'ACCEPTED', place });
    if (this.accepted.length === this.places) this.work('CLAIMED');
    return 'GRANTED';
  }

  private leave(unit: string, from: string, to: string): string {
    if (!this.isIn(unit, from)) return 'WRONG_STATE';
    this.claims.set(unit, { state: to, place: null });
    return 'GRANTED';
  }

  /** From here on nobody is awaited. */
  private work(state: string): void {
    this.state = state;
    this.moveAll('ASKED', 'WITHDRAWN');
  }

  private moveAll(from: string, to: string): void {
    for (const unit of this.unitsIn(from)) this.claims.set(unit, { state: to, place: null });
  }
}
