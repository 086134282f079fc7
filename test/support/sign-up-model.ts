interface Group {
  readonly unit: string;
  heads: number;
  waits: boolean;
}

/** What a plain reading of the rules says of one dish: groups as they stand in line, and who has a place. */
export class SignUpModel {
  private groups: Group[] = [];
  /** How often each unit was let in from the waiting list. */
  readonly promotions: string[] = [];

  constructor(
    private quota: number | null,
    private perUnit: number | null,
    private allowsPassing: boolean,
  ) {}

  get line(): [unit: string, heads: number, state: string][] {
    return this.groups.map(({ unit, heads, waits }) => [unit, heads, waits ? 'WAITING' : 'CONFIRMED']);
  }

  sign(unit: string, heads: number): string {
    if (!this.canEverFit(heads)) return 'BAD_USER_INPUT';
    if (this.find(unit)) return 'WrongState';
    const group = { unit, heads, waits: true };
    this.groups.push(group);
    if (this.isNext(group)) group.waits = false;
    return group.waits ? 'WAITING' : 'CONFIRMED';
  }

  setHeads(unit: string, heads: number): string {
    const group = this.find(unit);
    if (!group) return 'WrongState';
    if (!this.canEverFit(heads)) return 'BAD_USER_INPUT';
    const more = heads - group.heads;
    if (more > 0 && group.waits) this.groups = [...this.groups.filter((one) => one !== group), group];
    const hasWaiting = this.groups.some(({ waits }) => waits) && !this.allowsPassing;
    if (more > 0 && !group.waits && (hasWaiting || more > this.free)) return 'WrongState';
    group.heads = heads;
    this.letIn();
    return group.waits ? 'WAITING' : 'CONFIRMED';
  }

  cancel(unit: string): string {
    const group = this.find(unit);
    if (!group) return 'WrongState';
    this.groups = this.groups.filter((one) => one !== group);
    this.letIn();
    return 'CANCELLED';
  }

  setQuota(quota: number | null): string {
    const largest = Math.max(0, this.perUnit ?? 0, ...this.groups.map(({ heads }) => heads));
    if (quota !== null && (quota < this.taken || quota < largest)) return 'BAD_USER_INPUT';
    this.quota = quota;
    this.letIn();
    return 'Dish';
  }

  setPerUnit(perUnit: number | null): string {
    const largest = Math.max(0, ...this.groups.map(({ heads }) => heads));
    if (perUnit !== null && (perUnit < largest || perUnit > (this.quota ?? perUnit))) return 'BAD_USER_INPUT';
    this.perUnit = perUnit;
    return 'Dish';
  }

  allowPassing(allowsPassing: boolean): string {
    this.allowsPassing = allowsPassing;
    this.letIn();
    return 'Dish';
  }

  private get taken(): number {
    return this.groups.reduce((sum, { heads, waits }) => sum + (waits ? 0 : heads), 0);
  }

  private get free(): number {
    return this.quota === null ? Infinity : this.quota - this.taken;
  }

  private find(unit: string): Group | undefined {
    return this.groups.find((group) => group.unit === unit);
  }

  private canEverFit(heads: number): boolean {
    return heads <= (this.quota ?? heads) && heads <= (this.perUnit ?? heads);
  }

  /** It fits, and nobody before it waits, unless passing is allowed. */
  private isNext(group: Group): boolean {
    const before = this.groups.slice(0, this.groups.indexOf(group));
    return group.heads <= this.free && (this.allowsPassing || before.every(({ waits }) => !waits));
  }

  /** One after another, looking anew each time. */
  private letIn(): void {
    for (;;) {
      const next = this.groups.find((group) => group.waits && this.isNext(group));
      if (!next) return;
      next.waits = false;
      this.promotions.push(next.unit);
    }
  }
}
