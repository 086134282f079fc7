import { hidePhones, joinChat } from '#graphql';
import { Network } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Meeting } from '../meeting/meeting.entity.js';
import { MEETING_CHAT, MEETING_KINDS } from '../meeting/meeting.words.js';
import { minutesNumber } from './minutes-number.js';
import { MinutesCorrection } from './minutes-correction.entity.js';
import type { Minutes } from './minutes.entity.js';
import { MINUTES_CHAT } from './minutes.words.js';

/** How published minutes stand, in plain Chinese for the group chat; null in a draft, of which nobody is told. */
export async function writeMinutesChat(tx: TenantTransaction, minutes: Minutes): Promise<string | null> {
  const { record, meetingId, correctionCount } = minutes;
  const meeting = await tx.find(Meeting, meetingId);
  if (!record || !meeting) return null;
  const correction = await findCorrection(tx, minutes, correctionCount);
  const network = (await tx.find(Network, meeting.networkId))?.name ?? MEETING_CHAT.aNetwork;
  const names = { network, kind: MEETING_KINDS[meeting.kind].zh, title: hidePhones(meeting.title) };
  const number = minutesNumber(minutes);
  return joinChat([
    correction ? MINUTES_CHAT.corrected(names) : MINUTES_CHAT.published(names),
    number === null ? null : MINUTES_CHAT.number({ number }),
    ...(correction
      ? [
          MINUTES_CHAT.correction({ number: correction.number, what: hidePhones(correction.what) }),
          MINUTES_CHAT.why({ why: hidePhones(correction.why) }),
          MINUTES_CHAT.confirmAgain,
        ]
      : [...itemLines(record.items), MINUTES_CHAT.confirm]),
  ]);
}

function itemLines(items: readonly { readonly title: string }[]): string[] {
  const lines = items.map(({ title }, at) => MINUTES_CHAT.item({ place: at + 1, title: hidePhones(title) }));
  return lines.length > 0 ? [MINUTES_CHAT.items, ...lines] : [];
}

function findCorrection(
  { manager, regionId }: TenantTransaction,
  { id: minutesId }: Minutes,
  number: number,
): Promise<MinutesCorrection | null> {
  return manager.findOneBy(MinutesCorrection, { regionId, minutesId, number });
}
