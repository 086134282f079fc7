import { JudgingActs, nodesOf } from '../support/judging-acts.js';
import type { World } from '../support/world.js';

const RESIDENTS = ['resident-1', 'resident-2', 'resident-3', 'resident-4', 'resident-5'];

/** Rounds that are judged: one only begun, one proposed, one settled with sheets and conflicts in every state. */
export async function judge(world: World): Promise<void> {
  const acts = new JudgingActs(world);
  const groups = [
    ['clinic', { subjectLabel: '七号楼' }],
    ['bus-639', { subjectLabel: '八号楼' }],
  ] as const;
  await acts.scoring(groups);
  const { round: proposed } = await acts.scoring(groups);
  await acts.onRoll('proposeJudges', await acts.roll(proposed.id));
  const { round, roll } = await acts.settled(groups);
  for (const [at, account] of RESIDENTS.entries()) {
    for (const { nomination } of await acts.mine(account, { roundId: round.id })) {
      const nominationId = nomination?.id ?? '';
      if (at === 0) await draft(acts, account, nominationId);
      else if (at < 4) await acts.submitted(account, nominationId, [String(70 + at), '80']);
      if (at === 2 || at === 3) await acts.act(account, 'declareConflict', { nominationId });
    }
  }
  const excused = nodesOf(roll.judges).find(({ panelKind }) => panelKind === 'PARTNER_UNITS');
  if (excused) await acts.onRoll('excuseJudge', { ...roll, ...excused });
}

/** A sheet on which its judge thinks for long. */
async function draft(acts: JudgingActs, account: string, nominationId: string): Promise<void> {
  let version: number | null = null;
  for (const score of ['7', '8', '7', '9'])
    version = (await acts.save(account, nominationId, [score, null], version)).sheet?.version ?? null;
}
