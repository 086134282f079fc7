import type { WordsPart } from '#graphql';

/** Why what libs/network knows waits, by its kind. */
export const INBOX_WORDS = {
  MEMBERSHIP_INVITATION: {
    en: 'This network invites your unit: join it, or decline.',
    zh: '该共建网络邀请贵单位加入，请接受或谢绝。',
  },
} satisfies WordsPart;
