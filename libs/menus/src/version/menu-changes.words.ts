import { phrase, type Words, type WordsPart } from '#graphql';

/** How what changed in a menu is said. */
export const MENU_CHANGE_WORDS = {
  added: phrase({ en: 'New: “{title}”, {time}, {lead}', zh: '新增：《{title}》，{time}，{lead}' }),
  cancelled: phrase({ en: '“{title}” is not held.', zh: '《{title}》取消。' }),
  cancelledFor: phrase({ en: '“{title}” is not held: {reason}', zh: '《{title}》取消：{reason}' }),
  changed: phrase({ en: '“{title}”: {what} {from} → {to}', zh: '《{title}》：{what}由{from}改为{to}' }),
  reworded: phrase({
    en: '“{title}”: what is done, or whom to ring, was reworded.',
    zh: '《{title}》：内容或联系方式有修改。',
  }),
  pending: phrase({ en: '{title} (not confirmed)', zh: '{title}（待确认）' }),
  none: { en: 'none', zh: '无' },
  unlimited: { en: 'no limit', zh: '不限' },
  untilStart: { en: 'the start', zh: '活动开始前' },
  heads: phrase({ en: '{count} persons', zh: '{count}人' }),
  ofUnit: phrase({ en: '{all}, {count} of one unit', zh: '{all}（每单位{count}人）' }),
} satisfies WordsPart;

/** What of a dish changed. */
export const MENU_CHANGE_ASPECTS = {
  ADDED: { en: 'new', zh: '新增' },
  CANCELLED: { en: 'cancelled', zh: '取消' },
  TITLE: { en: 'name', zh: '名称' },
  KIND: { en: 'kind', zh: '类别' },
  TIME: { en: 'time', zh: '时间' },
  PLACE: { en: 'place', zh: '地点' },
  LEAD: { en: 'lead', zh: '牵头单位' },
  HOSTS: { en: 'with', zh: '协办单位' },
  QUOTA: { en: 'quota', zh: '名额' },
  DEADLINE: { en: 'sign-up until', zh: '报名截止' },
  SEGMENTS: { en: 'for', zh: '面向人群' },
  WHAT: { en: 'what is done', zh: '内容' },
} satisfies Record<string, Words>;
