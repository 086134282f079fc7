import { ASKER, type Sql } from '#reads';
import type { TenantTransaction } from '#tenancy';

/** Who asks, told by the transaction and not by what is under test. */
const ASKED = new Map<unknown, (tx: TenantTransaction) => unknown>([
  [ASKER.regionId, (tx) => tx.regionId],
  // A representative speaks for no unit.
  [ASKER.unitId, ({ actor }) => (actor.role === 'REPRESENTATIVE' ? null : actor.unitId)],
  [ASKER.personId, (tx) => tx.actor.personId],
  [ASKER.now, (tx) => tx.now],
]);

/** Sends a piece as a statement of its own; every value is a parameter of its own. */
export async function send<Row>(tx: TenantTransaction, piece: Sql): Promise<Row[]> {
  const values: unknown[] = [];
  const text = textOf(piece, (value) => {
    const asked = ASKED.get(value);
    return `$${values.push(asked ? asked(tx) : value)}`;
  });
  return tx.query<Row>(text, values);
}

/** How the expression stands in the scope of a cursor. */
export function expressionOf(piece: Sql): string {
  return textOf(piece, () => '?');
}

function textOf({ texts, values }: Sql, place: (value: unknown) => string): string {
  return texts
    .map((text, at) => {
      if (at >= values.length) return text;
      const value = values[at];
      return text + (isPiece(value) && !ASKED.has(value) ? textOf(value, place) : place(value));
    })
    .join('');
}

function isPiece(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'texts' in value;
}
