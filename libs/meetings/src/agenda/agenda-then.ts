import type { TenantTransaction } from '#tenancy';
import type { Meeting } from '../meeting/meeting.entity.js';
import { AgendaItem, AgendaItemState } from './agenda-item.entity.js';

const { TAKEN, POSTPONED } = AgendaItemState;

/** What stands on the agenda in its order; of a meeting that has begun what stood there then, what was put off since last. */
export async function listAgenda(
  tx: TenantTransaction,
  meeting: Pick<Meeting, 'id' | 'begunAt'>,
): Promise<AgendaItem[]> {
  const items = await listInOrder(tx, meeting.id);
  return items.filter((item) => stoodThen(meeting, item));
}

/** What a meeting has talked about or put off: also what came on its agenda in session. */
export async function listDealtWith(
  tx: TenantTransaction,
  meeting: Pick<Meeting, 'id' | 'begunAt'>,
): Promise<AgendaItem[]> {
  const items = await listInOrder(tx, meeting.id);
  return items.filter((item) => item.state === TAKEN || isPutOffBy(meeting, item));
}

/** Those on the agenda by place, then the others as they were settled. */
function listInOrder({ manager, regionId }: TenantTransaction, meetingId: string): Promise<AgendaItem[]> {
  return manager.find(AgendaItem, {
    where: { regionId, meetingId },
    order: { place: { direction: 'ASC', nulls: 'LAST' }, settledAt: 'ASC', id: 'ASC' },
  });
}

function stoodThen(meeting: Pick<Meeting, 'begunAt'>, item: AgendaItem): boolean {
  const { begunAt } = meeting;
  if (begunAt === null) return item.state === TAKEN;
  const wasTaken = item.takenAt !== null && item.takenAt <= begunAt;
  return wasTaken && (item.state === TAKEN || isPutOffBy(meeting, item));
}

/** It stood on the agenda when the meeting began, or came on it since. */
function isPutOffBy(
  { begunAt }: Pick<Meeting, 'begunAt'>,
  { state, takenAt, settledAt }: AgendaItem,
): boolean {
  return state === POSTPONED && takenAt !== null && begunAt !== null && (settledAt ?? begunAt) >= begunAt;
}
