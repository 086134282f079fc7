import type { TenantContext } from '#graphql';
import { asCommittee, Parties, type Area, type Network, type Unit } from '#network';
import { groupBy } from '#reads';
import type { TenantTransaction } from '#tenancy';
import type { FigureKind } from '../kind/figure-kind.js';
import type { FigurePeriodBy } from '../period/figure-period-by.enum.js';
import { periodsOf, type FigureMonths, type FigurePeriod } from '../period/figure-periods.js';
import type { FigureScope } from '../scope/figure-scope.js';
import { partsOf, type FigurePart } from './figure-parts.js';
import { told, type FigureSum, type FigureValue } from './figure-value.js';
import { askFigures, type FiguresText } from './figures.statement.js';

/** What was asked for, once it is known that it may be. */
export interface FiguresAsked {
  readonly scope: FigureScope;
  readonly months: FigureMonths;
  readonly zone: string;
  readonly by: FigurePeriodBy;
  readonly kinds: readonly FigureKind[];
}

interface Answer {
  readonly sums: ReadonlyMap<string, readonly FigureSum[]>;
  readonly memberIds: readonly string[];
}

interface Wanted {
  byUnit: boolean;
  byNetwork: boolean;
}

/** The figures of one request: read at once by one statement, with as much of them as is asked for. */
export class Figures {
  readonly periods: readonly FigurePeriod[];
  readonly parties: Parties;
  private readonly wanted: Wanted = { byUnit: false, byNetwork: false };
  private ranks: Promise<Answer> | null = null;
  private readonly answers = new Map<string, Promise<Answer>>();

  constructor(
    readonly context: TenantContext,
    readonly asked: FiguresAsked,
    private readonly text: FiguresText,
    now: Date,
  ) {
    this.periods = periodsOf(asked.months, asked.by, now, asked.zone);
    this.parties = new Parties(context);
  }

  get of(): Network | Unit | Area {
    return this.asked.scope.thing;
  }

  get by(): FigurePeriodBy {
    return this.asked.by;
  }

  /** All that is asked for beside it in the same turn is read with it. */
  async answer(part?: keyof Wanted): Promise<Answer> {
    if (part) this.wanted[part] = true;
    await Promise.resolve();
    const wanted = { ...this.wanted };
    const key = `${wanted.byUnit} ${wanted.byNetwork}`;
    const answer = this.answers.get(key) ?? this.context.read((tx) => this.ask(tx, this.asked.kinds, wanted));
    this.answers.set(key, answer);
    return answer;
  }

  /** Where the acting unit stands among all of its network, which it does not read: told without them. */
  async ranksOf(kind: FigureKind): Promise<ReadonlyMap<string, Pick<FigurePart, 'rank' | 'rankedOf'>>> {
    this.ranks ??= this.askAsCommittee();
    const { sums, memberIds } = await this.ranks;
    const parts = partsOf(
      kind,
      (own) => this.valuesOf(kind, own),
      sums.get(kind.name) ?? [],
      ({ unitId }) => unitId,
      memberIds,
    );
    return new Map(parts.map(({ id, rank, rankedOf }) => [id, { rank, rankedOf }]));
  }

  /** One for each period, in order, and the one of the whole time. */
  valuesOf(kind: FigureKind, sums: readonly FigureSum[]): { values: FigureValue[]; total: FigureValue } {
    const byPeriod = new Map(sums.map((sum) => [sum.period, sum]));
    const isThere = this.periods.some(({ isPresent }) => isPresent);
    return {
      values: this.periods.map((period) =>
        told(kind, period, byPeriod.get(period.beginsOn), period.isPresent),
      ),
      total: told(kind, null, byPeriod.get(null), isThere),
    };
  }

  /** Of what is private to units, and only of what was asked for. */
  private askAsCommittee(): Promise<Answer> {
    const { scope, kinds } = this.asked;
    const own = kinds.filter(({ audience, isOfUnits }) => audience === 'OWN' && isOfUnits);
    return this.context.read((tx) =>
      asCommittee(tx, scope.thing.id, () => this.ask(tx, own, { byUnit: true, byNetwork: false })),
    );
  }

  private async ask(tx: TenantTransaction, kinds: readonly FigureKind[], wanted: Wanted): Promise<Answer> {
    const { scope, months, zone, by } = this.asked;
    const names = kinds.map(({ name }) => name);
    const json = await tx.readAnswer(
      askFigures(this.text, { scope, months, zone, by, names, ...wanted }, tx.asker),
    );
    const { sums, memberIds } = JSON.parse(String(json)) as { sums: FigureSum[]; memberIds: string[] };
    return { sums: groupBy(sums, ({ name }) => name), memberIds };
  }
}
