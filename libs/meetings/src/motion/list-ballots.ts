import type { TenantTransaction } from '#tenancy';
import type { RollEntry } from './turnout.js';
import { Vote } from './vote.entity.js';

/** Who has voted in a meeting, and by whom; all of them with the rights of the committee. */
export function listBallots(
  { manager, regionId }: TenantTransaction,
  meetingId: string,
): Promise<RollEntry[]> {
  return manager.findBy(Vote, { regionId, meetingId });
}
