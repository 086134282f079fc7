import { hidePhones, joinChat } from '#graphql';
import { Network } from '#network';
import { writeChineseDate } from '#print';
import type { TenantTransaction } from '#tenancy';
import { Meeting } from '../meeting/meeting.entity.js';
import { MEETING_CHAT, MEETING_KINDS } from '../meeting/meeting.words.js';
import { MOTION_STATES } from '../motion/motion.words.js';
import { minutesNumber } from './minutes-number.js';
import { MinutesCorrection } from './minutes-correction.entity.js';
import type { MinutesRecord } from './minutes-record.js';
import type { Minutes } from './minutes.entity.js';
import { MINUTES_CHAT } from './minutes.words.js';

/** A chat is no list: the first of each kind stand for all. */
const LINES_NAMED = 10;

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
      : [...contentLines(record), MINUTES_CHAT.confirm]),
  ]);
}

/** What it talked about, what was decided, and who does what. */
function contentLines({ items, motions, actions }: MinutesRecord): string[] {
  return [
    ...listed(
      MINUTES_CHAT.items,
      items.map(({ title, postponedBecause }, at) =>
        (postponedBecause === null ? MINUTES_CHAT.item : MINUTES_CHAT.itemPutOff)({
          place: at + 1,
          title: hidePhones(title),
        }),
      ),
    ),
    ...listed(
      MINUTES_CHAT.motions,
      motions.map(({ text, outcome }) =>
        MINUTES_CHAT.motion({ text: hidePhones(text), outcome: MOTION_STATES[outcome].zh }),
      ),
    ),
    ...listed(
      MINUTES_CHAT.actions,
      actions.map(({ unitName: unit, what, dueOn }) =>
        MINUTES_CHAT.action({ unit, what: hidePhones(what), day: writeChineseDate(dueOn) }),
      ),
    ),
  ];
}

function listed(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - LINES_NAMED;
  const rest = more > 0 ? [MINUTES_CHAT.more({ count: more })] : [];
  return [heading, ...lines.slice(0, LINES_NAMED), ...rest];
}

function findCorrection(
  { manager, regionId }: TenantTransaction,
  { id: minutesId }: Minutes,
  number: number,
): Promise<MinutesCorrection | null> {
  return manager.findOneBy(MinutesCorrection, { regionId, minutesId, number });
}
