/** Somebody comes in or goes out, as the committee or the code at the door has it. */
export interface Passage {
  readonly unitId: string;
  /** Who it was; a unit may send several. */
  readonly name: string;
  readonly way: 'ARRIVED' | 'LEFT';
  readonly at: Date;
}

/** While at least one person of a unit is in the room: `from` is in it, `until` is not; both in milliseconds. */
export interface Stay {
  readonly from: number;
  /** Null while it has not left. */
  readonly until: number | null;
}

/** The stays of each unit, in order. Passages may be written down late: their instant counts, then their order. */
export function staysByUnit(passages: readonly Passage[]): Map<string, Stay[]> {
  const stays = new Map<string, Stay[]>();
  const inside = new Map<string, Set<string>>();
  for (const { unitId, name, way, at } of passages.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const people = listOf(inside, unitId, () => new Set<string>());
    const before = people.size;
    if (way === 'ARRIVED') people.add(name);
    else people.delete(name);
    const ofUnit = listOf(stays, unitId, () => new Array<Stay>());
    const last = ofUnit.at(-1);
    if (before === 0 && people.size > 0) ofUnit.push({ from: at.getTime(), until: null });
    if (before > 0 && people.size === 0 && last) ofUnit.splice(-1, 1, { ...last, until: at.getTime() });
  }
  return stays;
}

export function isIn(stays: readonly Stay[], at: number): boolean {
  return stays.some(({ from, until }) => from <= at && (until === null || at < until));
}

function listOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
