import { ASKER, desc, listOf, readsOf, sql } from '#reads';
import { Message } from './message.entity.js';

export const MESSAGE_READS = readsOf(Message, 'Message', () => ({}));

/** What the acting post was sent: its row policy shows no other. */
export const MESSAGES = listOf(MESSAGE_READS, {
  name: 'messages',
  where: ({ writtenAt }) => [sql`${writtenAt} > ${ASKER.now}::timestamptz - interval '30 days'`],
  orderBy: ({ writtenAt, id }) => [desc(writtenAt), desc(id)],
});
