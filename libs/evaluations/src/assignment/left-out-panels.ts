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
