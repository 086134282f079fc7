import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { Nomination, NominationState } from '../nomination/nomination.entity.js';
import { getFrozenRules } from '../rules/frozen-rules.js';
import { JudgeAssignment, LIVE_ASSIGNMENTS } from './judge-assignment.entity.js';

/** A panel that a nomination has to do without. */
export interface LeftOutPanel {
  readonly nomination: Nomination;
  readonly panelKind: JudgeAssignment['panelKind'];
  readonly judges: number;
}

/** For which every panel would be left out, so that it has no score; read with the returning officer's rights. */
export async function listUnjudged(tx: TenantTransaction, roundId: string): Promise<Nomination[]> {
  const { panels } = await getFrozenRules(tx, roundId);
  const leftOut = (await listLeftOut(tx, roundId)).map(({ nomination }) => nomination);
  const isUnjudged = (one: Nomination): boolean =>
    leftOut.filter(({ id }) => id === one.id).length === panels.length;
  return [...new Set(leftOut)].filter(isUnjudged);
}

/** Where fewer judge than the rules want at least; read with the returning officer's rights. */
export async function listLeftOut(tx: TenantTransaction, roundId: string): Promise<LeftOutPanel[]> {
  const { regionId, manager } = tx;
  const { rules, panels } = await getFrozenRules(tx, roundId);
  const nominations = await manager.find(Nomination, {
    where: { regionId, roundId, state: NominationState.SUBMITTED },
    order: { id: 'ASC' },
  });
  const live = await manager.findBy(JudgeAssignment, { regionId, roundId, state: In(LIVE_ASSIGNMENTS) });
  return nominations.flatMap((nomination) =>
    panels.flatMap(({ kind }) => {
      const judges = live.filter(
        ({ nominationId, panelKind }) => nominationId === nomination.id && panelKind === kind,
      ).length;
      return judges < rules.minimumSheets ? [{ nomination, panelKind: kind, judges }] : [];
    }),
  );
}
