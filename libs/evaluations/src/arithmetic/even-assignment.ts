/** That a judge may score a nomination, or shall. */
export interface JudgingPair {
  readonly nominationId: string;
  /** Where it is an id that nobody but the returning officer reads, nobody else can work the proposal out again. */
  readonly judgeId: string;
}

export interface SheetsWanted {
  /** So many judges for each nomination, or all who are eligible where they are fewer. */
  readonly wanted: number;
  /** A nomination with fewer eligible judges gets none: the panel will be left out for it. */
  readonly minimum: number;
}

/**
 * Gives each nomination its judges from those eligible, the loads of the judges as even as conflicts allow: no other
 * choice has a lower highest load, nor, that being equal, a lower second highest, and so on. One panel at a time; the
 * same pairs give the same answer in whichever order they come.
 */
export function assignEvenly(
  eligible: readonly JudgingPair[],
  { wanted, minimum }: SheetsWanted,
): JudgingPair[] {
  const plan = new Plan(eligible);
  for (const [nominationId, judges] of plan.eligible) {
    if (judges.length < minimum) continue;
    const sheets = Math.min(wanted, judges.length);
    for (let sheet = 0; sheet < sheets; sheet += 1) plan.addSheet(nominationId);
  }
  return plan.list();
}

/** What is reached when a judge takes on `nominationId`, and the step before it. */
interface Step {
  readonly judgeId: string;
  readonly nominationId: string;
  readonly before: Step | null;
}

/**
 * Each sheet goes to the judge with the least to do whom it can reach, if need be by others who hand on one of theirs:
 * so the loads are as even as they can be after each sheet, and so in the end.
 */
class Plan {
  readonly eligible: ReadonlyMap<string, readonly string[]>;
  private readonly chosen: ReadonlyMap<string, Set<string>>;
  private readonly loads: Map<string, Set<string>>;

  constructor(pairs: readonly JudgingPair[]) {
    this.eligible = groupSorted(pairs.map(({ nominationId, judgeId }) => [nominationId, judgeId]));
    this.chosen = new Map([...this.eligible.keys()].map((id) => [id, new Set()]));
    this.loads = new Map(pairs.map(({ judgeId }) => [judgeId, new Set()]));
  }

  addSheet(nominationId: string): void {
    const steps = this.reach(nominationId);
    let best: Step | null = null;
    for (const step of steps) if (!best || this.loadOf(step) < this.loadOf(best)) best = step;
    for (let step = best; step; step = step.before) this.take(step);
  }

  list(): JudgingPair[] {
    return [...this.chosen].flatMap(([nominationId, judges]) =>
      [...judges].toSorted().map((judgeId) => ({ nominationId, judgeId })),
    );
  }

  /** Every judge whom one sheet more can reach, the nearest first. */
  private reach(first: string): Iterable<Step> {
    const reached = new Map<string, Step>();
    this.reachFrom(first, null, reached);
    // A map walks what is added to it on the way.
    for (const step of reached.values()) {
      for (const handedOn of [...(this.loads.get(step.judgeId) ?? [])].toSorted())
        this.reachFrom(handedOn, step, reached);
    }
    return reached.values();
  }

  private reachFrom(nominationId: string, before: Step | null, reached: Map<string, Step>): void {
    for (const judgeId of this.eligible.get(nominationId) ?? []) {
      if (reached.has(judgeId) || this.chosen.get(nominationId)?.has(judgeId)) continue;
      reached.set(judgeId, { judgeId, nominationId, before });
    }
  }

  private loadOf({ judgeId }: Step): number {
    return this.loads.get(judgeId)?.size ?? 0;
  }

  /** The judge takes the nomination on; the one before hands it on, having taken on another. */
  private take({ judgeId, nominationId, before }: Step): void {
    this.chosen.get(nominationId)?.add(judgeId);
    this.loads.get(judgeId)?.add(nominationId);
    if (!before) return;
    this.chosen.get(nominationId)?.delete(before.judgeId);
    this.loads.get(before.judgeId)?.delete(nominationId);
  }
}

function groupSorted(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, Set<string>>();
  for (const [key] of pairs.toSorted(([one], [other]) => (one < other ? -1 : 1))) groups.set(key, new Set());
  for (const [key, value] of pairs) groups.get(key)?.add(value);
  return new Map([...groups].map(([key, values]) => [key, [...values].toSorted()]));
}
